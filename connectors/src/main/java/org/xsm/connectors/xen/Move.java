package org.xsm.connectors.xen;

import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.site.HostAddress;

/**
 * A VM that leaves one host for another.
 *
 * @param target the VM on the host that it leaves
 * @param memory of the guest in MiB
 */
record Move(Target target, HostAddress to, int memory) {
  static Move of(Command.MigrateVm command) {
    return new Move(command.target(), command.to(), command.memory());
  }

  static Move of(Command.CheckMigration command) {
    return new Move(command.target(), command.to(), command.memory());
  }

  HostAddress from() {
    return target.host();
  }

  String vm() {
    return target.vm().value();
  }

  /** Whether this is what waits on the other host while memory is sent to it, or was left there. */
  boolean isIncoming(Domain domain) {
    return domain.name().equals(vm() + "--incoming");
  }

  /** {@code vm1 from 192.168.5.101 to 192.168.5.102}. */
  @Override
  public String toString() {
    return vm() + " from " + from() + " to " + to;
  }
}
