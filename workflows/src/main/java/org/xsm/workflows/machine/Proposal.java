package org.xsm.workflows.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.VmSet;

/**
 * A machine that nobody has declared, with what could be written about it in the site file: the
 * next name and address, and the image that most machines have. Nothing of it is more than a guess,
 * and none is acted upon.
 *
 * @param set where it would stand; empty where the site has no set
 * @param image empty where the site has no machines yet
 * @param address empty where no next address can be told
 */
public record Proposal(
    Stranger stranger,
    Optional<SetName> set,
    HostName name,
    Optional<ImageName> image,
    Optional<HostAddress> address) {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,6})");
  private static final int LAST_OCTET = 254;

  public Proposal {
    Objects.requireNonNull(stranger);
    Objects.requireNonNull(set);
    Objects.requireNonNull(name);
    Objects.requireNonNull(image);
    Objects.requireNonNull(address);
  }

  /** What could be written about these machines, each beside those before it. */
  public static List<Proposal> of(List<Stranger> strangers, Site site) {
    Optional<VmSet> home =
        site.sets().stream()
            .max(
                Comparator.<VmSet>comparingInt(set -> set.machines().size())
                    .thenComparingInt(set -> set.vms().size()));
    Optional<ImageName> image = most(site.machines().map(BareHost::image));
    Names names = new Names(site);
    Addresses addresses = new Addresses(site);
    List<Proposal> proposals = new ArrayList<>();
    for (Stranger stranger : strangers) {
      proposals.add(
          new Proposal(stranger, home.map(VmSet::name), names.next(), image, addresses.next()));
    }
    return proposals;
  }

  private static <T extends Comparable<T>> Optional<T> most(Stream<T> values) {
    return values
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<T, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /** Counts names on: xen5 after xen4. */
  private static final class Names {
    private final String stem;
    private int last;

    Names(Site site) {
      List<Matcher> numbered =
          site.machines()
              .map(machine -> NUMBERED.matcher(machine.name().value()))
              .filter(Matcher::matches)
              .toList();
      Stream<String> stems = numbered.stream().map(name -> name.group(1));
      stem = most(stems).orElse("xen");
      last =
          numbered.stream()
              .filter(name -> name.group(1).equals(stem))
              .mapToInt(name -> Integer.parseInt(name.group(2)))
              .max()
              .orElse(0);
    }

    HostName next() {
      last++;
      return new HostName(stem.isEmpty() ? "xen" + last : stem + last);
    }
  }

  /** Counts addresses on within the network of the last host. */
  private static final class Addresses {
    private final SortedSet<HostAddress> taken;
    private Optional<HostAddress> last;

    Addresses(Site site) {
      taken = new TreeSet<>(site.hosts());
      last = taken.isEmpty() ? Optional.empty() : Optional.of(taken.last());
      site.vms()
          .map(vm -> vm.ip())
          .filter(IpSetting.Fixed.class::isInstance)
          .map(ip -> new HostAddress(((IpSetting.Fixed) ip).address().value()))
          .forEach(taken::add);
    }

    Optional<HostAddress> next() {
      do {
        last = last.flatMap(Addresses::after);
      } while (last.filter(taken::contains).isPresent());
      return last;
    }

    private static Optional<HostAddress> after(HostAddress address) {
      int dot = address.value().lastIndexOf('.');
      int octet = Integer.parseInt(address.value().substring(dot + 1)) + 1;
      return octet > LAST_OCTET
          ? Optional.empty()
          : Optional.of(new HostAddress(address.value().substring(0, dot + 1) + octet));
    }
  }
}
