package org.xsm.workflows.template;

import org.xsm.workflows.site.Vm;

/**
 * How far a guest can grow while it runs: {@code maxvcpus} and {@code maxmem} of the config that it
 * was started with. Beyond them it must be restarted.
 *
 * @param vcpus most virtual processors
 * @param memory most memory in MiB
 */
public record Ceiling(int vcpus, int memory) {
  /** Most virtual processors of a guest that is not PV (xl.cfg(5)); head-room never goes beyond. */
  private static final int MOST_VCPUS_OF_ALL = 128;

  /** Where the VM is now: it cannot grow while it runs. */
  public static Ceiling of(Vm vm) {
    return new Ceiling(vm.vcpus(), vm.memory());
  }

  /** Whether the VM, as it is wanted, stays below. */
  public boolean holds(Vm vm) {
    return vm.vcpus() <= vcpus && vm.memory() <= memory;
  }

  /** The same with this much more room, within what Xen can give to a guest. */
  public Ceiling raised(int moreVcpus, int morePercent) {
    long raised = memory + (long) memory * morePercent / 100;
    return new Ceiling(
        Math.max(vcpus, Math.min(vcpus + moreVcpus, MOST_VCPUS_OF_ALL)),
        (int) Math.min(raised, Vm.MOST_MEMORY));
  }
}
