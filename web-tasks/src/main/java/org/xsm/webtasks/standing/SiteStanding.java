package org.xsm.webtasks.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/**
 * The site as it is wanted beside what the hosts said: for people and programs that look, not for
 * the planner. VMs are found by their names.
 *
 * @param vms in the order of the site
 * @param hosts sorted by address
 */
public record SiteStanding(List<VmStanding> vms, List<HostStanding> hosts) {
  public SiteStanding {
    vms = List.copyOf(vms);
    hosts = List.copyOf(hosts);
  }

  public static SiteStanding of(Site wanted, List<HostFound> found) {
    return new Comparison(wanted, found).standing();
  }

  /** The VMs of a set, in the order of the site. */
  public List<VmStanding> vmsOf(VmSet set) {
    return vms.stream().filter(vm -> vm.set().equals(set.name())).toList();
  }

  /** One comparison, with its indexes. */
  private static final class Comparison {
    private final Site site;
    private final Map<HostAddress, HostFound> answers = new HashMap<>();
    private final Map<String, List<Located>> byName = new HashMap<>();
    private final Set<String> names;

    Comparison(Site site, List<HostFound> found) {
      this.site = site;
      this.names = site.vms().map(vm -> vm.name().value()).collect(Collectors.toSet());
      found.forEach(host -> answers.put(host.address(), host));
      found.forEach(
          host -> domainsOf(host).forEach(domain -> index(new Located(host.address(), domain))));
    }

    SiteStanding standing() {
      List<VmStanding> vms = site.sets().stream().flatMap(this::standings).toList();
      Map<HostAddress, List<VmStanding>> byHost =
          vms.stream().collect(Collectors.groupingBy(vm -> vm.wanted().host()));
      SortedSet<HostAddress> addresses = new TreeSet<>(byHost.keySet());
      addresses.addAll(answers.keySet());
      return new SiteStanding(
          vms,
          addresses.stream()
              .map(address -> host(address, byHost.getOrDefault(address, List.of())))
              .toList());
    }

    private Stream<VmStanding> standings(VmSet set) {
      return set.vms().stream()
          .map(
              vm -> {
                Optional<Located> found = find(vm);
                return new VmStanding(set.name(), vm, found, judge(vm, found));
              });
    }

    private Optional<Located> find(Vm vm) {
      List<Located> candidates = byName.getOrDefault(vm.name().value(), List.of());
      return candidates.stream()
          .filter(candidate -> candidate.host().equals(vm.host()))
          .findFirst()
          .or(() -> candidates.stream().findFirst());
    }

    private Standing judge(Vm vm, Optional<Located> found) {
      if (found.isPresent() && found.get().host().equals(vm.host())) {
        boolean runs = found.get().domain().state() == DomainState.RUNNING;
        return runs ? Standing.RUNNING : Standing.NOT_RUNNING;
      }
      if (!(answers.get(vm.host()) instanceof HostFound.Up)) {
        return Standing.UNKNOWN;
      }
      return found.isPresent() ? Standing.ELSEWHERE : Standing.MISSING;
    }

    private HostStanding host(HostAddress address, List<VmStanding> vms) {
      Optional<HostFound> answer = Optional.ofNullable(answers.get(address));
      Set<String> here =
          vms.stream().map(vm -> vm.wanted().name().value()).collect(Collectors.toSet());
      List<Domain> others =
          answer.stream()
              .flatMap(Comparison::domainsOf)
              .filter(domain -> !here.contains(domain.name()))
              .toList();
      Predicate<Domain> stray = domain -> names.contains(domain.name());
      return new HostStanding(
          address,
          answer,
          vms,
          others.stream().filter(stray).toList(),
          others.stream().filter(stray.negate()).toList());
    }

    private void index(Located located) {
      byName.computeIfAbsent(located.domain().name(), name -> new ArrayList<>()).add(located);
    }

    private static Stream<Domain> domainsOf(HostFound host) {
      return host instanceof HostFound.Up up ? up.domains().stream() : Stream.empty();
    }
  }
}
