package org.xsm.connectors.watch;

import java.util.Objects;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Unanswered;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;

/**
 * One machine's way, as far as it was seen.
 *
 * @param operation under which it began
 */
record Way(
    HostName name, OperationId operation, MacAddress mac, IpAddress address, Progress progress) {
  Way {
    Objects.requireNonNull(name);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(address);
    Objects.requireNonNull(progress);
  }

  static Way begun(MachineTarget target) {
    BareHost machine = target.machine();
    return new Way(
        machine.name(),
        target.operation(),
        machine.mac(),
        new IpAddress(machine.address().value()),
        Progress.NONE);
  }

  /** Whether this way is the target's, begun under its operation. */
  boolean isOf(MachineTarget target) {
    return operation.equals(target.operation()) && isOf(target.machine());
  }

  /** Whether this way is the machine's; one with another network card is another machine. */
  boolean isOf(BareHost machine) {
    return name.equals(machine.name())
        && mac.equals(machine.mac())
        && address.value().equals(machine.address().value());
  }

  /** Whether a machine that was seen so may be this one: nothing of the trace contradicts it. */
  boolean meets(Trace trace) {
    return trace.mac().map(mac::equals).orElse(true)
        && trace.address().map(address::equals).orElse(true);
  }

  /** Whether the machine cannot be another than that of the other way. */
  boolean crosses(Way other) {
    return name.equals(other.name) || mac.equals(other.mac) || address.equals(other.address);
  }

  /**
   * A machine on its way has a reservation, so that one which is given no address is in trouble.
   */
  Way after(Sighting sighting) {
    Sighting told = sighting instanceof Unanswered asked ? failed(asked) : sighting;
    return new Way(name, operation, mac, address, progress.after(told));
  }

  private static Sighting failed(Unanswered asked) {
    return new Failed(
        asked.trace(),
        Stage.DHCP_LEASE,
        "The DHCP server gave it no address (%s); look whether it has read its reservation."
            .formatted(asked.reason()),
        Witness.DHCP);
  }
}
