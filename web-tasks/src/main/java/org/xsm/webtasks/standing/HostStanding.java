package org.xsm.webtasks.standing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/**
 * A host with the VMs that are wanted on it and the domains that it has besides.
 *
 * @param found its last answer; empty when it has not been asked yet
 * @param vms the VMs that are wanted here
 * @param strays domains here that bear the name of a VM wanted on another host
 * @param foreign domains here that the site does not name; they are never touched
 */
public record HostStanding(
    HostAddress address,
    Optional<HostFound> found,
    List<VmStanding> vms,
    List<Domain> strays,
    List<Domain> foreign) {
  public HostStanding {
    Objects.requireNonNull(address);
    Objects.requireNonNull(found);
    vms = List.copyOf(vms);
    strays = List.copyOf(strays);
    foreign = List.copyOf(foreign);
  }

  /** Its last answer, if it gave one that could be understood. */
  public Optional<HostFound.Up> up() {
    return found.filter(HostFound.Up.class::isInstance).map(HostFound.Up.class::cast);
  }

  /** Why nothing is known of it; empty when it is up. */
  public String reason() {
    if (found.isEmpty()) {
      return "The host has not been asked yet.";
    }
    return found.get() instanceof HostFound.Unknown unknown ? unknown.reason() : "";
  }
}
