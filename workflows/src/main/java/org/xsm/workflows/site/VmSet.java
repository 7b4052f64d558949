package org.xsm.workflows.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named set of VMs with one owner, the unit that is planned and approved together ({@code
 * <Set>}).
 *
 * @param owner the mail address that is told about runs
 */
public record VmSet(SetName name, Optional<String> owner, List<Vm> vms) {
  public VmSet {
    Objects.requireNonNull(name);
    Objects.requireNonNull(owner);
    vms = List.copyOf(vms);
  }
}
