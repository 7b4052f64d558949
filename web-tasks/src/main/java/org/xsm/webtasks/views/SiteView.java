package org.xsm.webtasks.views;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.xsm.webtasks.standing.HostStanding;
import org.xsm.webtasks.standing.SiteStanding;
import org.xsm.webtasks.standing.Standing;
import org.xsm.webtasks.standing.VmStanding;
import org.xsm.workflows.observation.HostFound;

/**
 * The site as people look at it.
 *
 * @param query only hosts whose address or VMs contain this are shown; empty shows all
 * @param show {@code attention} shows only hosts on which something is not as wanted
 */
public record SiteView(SiteStanding standing, String query, String show) {
  private static final int MOST_HOSTS = 100;

  /** The value of {@code show} that leaves out hosts on which all is well. */
  public static final String ATTENTION = "attention";

  public List<HostStanding> hosts() {
    return matching().limit(MOST_HOSTS).toList();
  }

  public long hiddenHosts() {
    return Math.max(0, matching().count() - MOST_HOSTS);
  }

  public boolean isEmpty() {
    return standing.hosts().isEmpty();
  }

  public int hostCount() {
    return standing.hosts().size();
  }

  /** How many hosts need a look. */
  public long attention() {
    return standing.hosts().stream().filter(SiteView::needsALook).count();
  }

  /** What the site is and how it stands, in a sentence. */
  public String sentence() {
    long running = count(Standing.RUNNING);
    String wanted =
        Counted.of(standing.vms().size(), "VM")
            + " wanted on "
            + Counted.of(standing.hosts().stream().filter(h -> !h.vms().isEmpty()).count(), "host");
    return wanted + ", " + running + " running.";
  }

  public long count(Standing wanted) {
    return standing.vms().stream().filter(vm -> vm.standing() == wanted).count();
  }

  /** The share of its memory that a host has given away, in percent. */
  public static int usedPercent(HostFound.Up host) {
    int total = Math.max(1, host.totalMemory());
    return (int)
        Math.min(100, Math.max(0, 100L * (host.totalMemory() - host.freeMemory()) / total));
  }

  private Stream<HostStanding> matching() {
    return standing.hosts().stream()
        .filter(host -> !show.equals(ATTENTION) || needsALook(host))
        .filter(this::containsQuery);
  }

  private static boolean needsALook(HostStanding host) {
    return host.up().isEmpty()
        || !host.strays().isEmpty()
        || host.vms().stream().anyMatch(vm -> vm.standing() != Standing.RUNNING);
  }

  private boolean containsQuery(HostStanding host) {
    String sought = query.strip().toLowerCase(Locale.ROOT);
    return sought.isEmpty()
        || host.address().value().contains(sought)
        || names(host).anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(sought));
  }

  private static Stream<String> names(HostStanding host) {
    Stream<String> wanted =
        host.vms().stream().map(VmStanding::wanted).map(vm -> vm.name().value());
    Stream<String> others =
        Stream.concat(host.strays().stream(), host.foreign().stream()).map(domain -> domain.name());
    return Stream.concat(wanted, others);
  }
}
