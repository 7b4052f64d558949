package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;

/** All VMs of all sets that we look after, as we made them last. */
public record Undertaken(List<UndertakenVm> vms) {
  public Undertaken {
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

  /** The VMs of one set. */
  public List<UndertakenVm> listOf(SetName set) {
    return vms.stream().filter(vm -> vm.set().equals(set)).toList();
  }
}
