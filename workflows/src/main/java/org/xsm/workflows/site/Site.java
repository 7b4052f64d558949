package org.xsm.workflows.site;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one site file says: sets of VMs. Names, MACs and fixed addresses are unique within it. */
public record Site(List<VmSet> sets) {
  public Site {
    sets = List.copyOf(sets);
  }

  /** All VMs of all sets, in the order of the file. */
  public Stream<Vm> vms() {
    return sets.stream().flatMap(set -> set.vms().stream());
  }

  /** All bare machines of all sets, in the order of the file. */
  public Stream<BareHost> machines() {
    return sets.stream().flatMap(set -> set.machines().stream());
  }

  /** Every host that a VM is wanted on, and those that machines are to become. */
  public SortedSet<HostAddress> hosts() {
    return Stream.concat(vms().map(Vm::host), machines().map(BareHost::address))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<VmSet> findSet(SetName name) {
    return sets.stream().filter(set -> set.name().equals(name)).findFirst();
  }

  /** The names of the sets, in the order of the file. */
  public List<SetName> setNames() {
    return sets.stream().map(VmSet::name).toList();
  }
}
