package org.xsm.workflows.plan;

import java.util.List;
import java.util.Set;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/**
 * What is counted on of hosts that are still to be deployed: that they answer, with nobody on them.
 * Nobody knows their memory; whether it suffices is looked at when they are there, before the first
 * VM is begun on them.
 */
record Promise(Set<HostAddress> hosts) {
  /** Memory in MiB of a host that nobody has asked yet: more than is ever planned on one. */
  static final int UNKNOWN_MEMORY = 1 << 24;

  /** What drives Xen on the images that we put on machines. */
  private static final String TOOLSTACK = "xl";

  Promise {
    hosts = Set.copyOf(hosts);
  }

  /** What was found, with the promised hosts as they will be. */
  Observation in(Observation found) {
    return hosts.isEmpty()
        ? found
        : new Observation(
            found.hosts().stream()
                .map(host -> hosts.contains(host.address()) ? kept(host.address()) : host)
                .toList());
  }

  private static HostFound kept(HostAddress address) {
    return new HostFound.Up(address, TOOLSTACK, 1, UNKNOWN_MEMORY, UNKNOWN_MEMORY, List.of());
  }
}
