package org.xsm.workflows.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named set of VMs and bare machines with one owner, the unit that is planned and approved
 * together ({@code <Set>}).
 *
 * @param owner the mail address that is told about runs
 * @param machines bare machines that are to become hosts
 */
public record VmSet(SetName name, Optional<String> owner, List<BareHost> machines, List<Vm> vms) {
  public VmSet {
    Objects.requireNonNull(name);
    Objects.requireNonNull(owner);
    machines = List.copyOf(machines);
    vms = List.copyOf(vms);
  }

  /** A set on hosts that are there already. */
  public VmSet(SetName name, Optional<String> owner, List<Vm> vms) {
    this(name, owner, List.of(), vms);
  }
}
