package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;

/** All machines and VMs of all sets that we look after, as we made them last. */
public record Undertaken(List<UndertakenHost> hosts, List<UndertakenVm> vms) {
  public Undertaken {
    hosts = List.copyOf(hosts);
    vms = List.copyOf(vms);
  }

  /** The VMs of a site, without their configs. */
  public static Undertaken of(Site site) {
    return new Undertaken(
        site.sets().stream()
            .flatMap(
                set ->
                    set.vms().stream()
                        .map(
                            vm ->
                                new UndertakenVm(
                                    set.name(), vm, Optional.empty(), Optional.empty())))
            .toList());
  }

  /** VMs on hosts that are there already. */
  public Undertaken(List<UndertakenVm> vms) {
    this(List.of(), vms);
  }

  /** The VMs of one set. */
  public List<UndertakenVm> listOf(SetName set) {
    return vms.stream().filter(vm -> vm.set().equals(set)).toList();
  }
}
