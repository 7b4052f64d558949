package org.xsm.workflows.observation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xsm.workflows.site.HostAddress;

/** What all hosts that were asked answered, sorted by address, each host once. */
public record Observation(List<HostFound> hosts) {
  public Observation {
    hosts = hosts.stream().sorted(Comparator.comparing(HostFound::address)).toList();
    if (hosts.stream().map(HostFound::address).distinct().count() != hosts.size()) {
      throw new IllegalStateException("a host was observed twice: " + addresses(hosts));
    }
  }

  /** The hosts that did not answer. */
  public List<HostAddress> silent() {
    return hosts.stream()
        .filter(HostFound.Unknown.class::isInstance)
        .map(HostFound::address)
        .toList();
  }

  /** The same, with what these hosts have answered later in place of what they answered then. */
  public Observation updatedBy(Observation later) {
    return new Observation(
        hosts.stream().map(host -> later.find(host.address()).orElse(host)).toList());
  }

  public Optional<HostFound> find(HostAddress address) {
    return hosts.stream().filter(host -> host.address().equals(address)).findFirst();
  }

  /** What the host answered; empty when it did not, or was not asked. */
  public Optional<HostFound.Up> findUp(HostAddress address) {
    return find(address).filter(HostFound.Up.class::isInstance).map(HostFound.Up.class::cast);
  }

  private static String addresses(Collection<HostFound> hosts) {
    return hosts.stream().map(host -> host.address().value()).collect(Collectors.joining(", "));
  }
}
