package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/** Works out, VM by VM, what is to become of it, before anybody looks at memory. */
final class Intentions {
  private static final Comparator<Intent> BY_NAME =
      Comparator.<Intent, VmName>comparing(intent -> intent.vm().name())
          .thenComparing(Intent::set)
          .thenComparing(intent -> !(intent instanceof Intent.Retire));

  private final Planner planner;
  private final Domains domains;
  private final Findings findings;
  private final Map<SetName, Map<VmName, UndertakenVm>> last = new HashMap<>();
  private final List<Intent> intents = new ArrayList<>();

  private Intentions(Planner planner, Domains domains, Findings findings) {
    this.planner = planner;
    this.domains = domains;
    this.findings = findings;
  }

  /**
   * The intents, sorted by the VMs' names; VMs that stay as they are have none.
   *
   * @param findings gets what is not done, and why
   */
  static List<Intent> of(Planner planner, Site wanted, Knowledge knowledge, Findings findings) {
    Intentions all = new Intentions(planner, knowledge.domains(), findings);
    all.own(wanted, knowledge.last());
    wanted.sets().forEach(all::letGo);
    wanted.sets().forEach(all::want);
    return all.intents.stream().sorted(BY_NAME).toList();
  }

  /** What is known of the world: the VMs as we made them, and the domains as they were found. */
  record Knowledge(Undertaken last, Domains domains) {}

  private void own(Site wanted, Undertaken undertaken) {
    for (VmSet set : wanted.sets()) {
      last.put(set.name(), new HashMap<>());
      set.vms().forEach(vm -> own(set.name(), vm.adopting(Optional.empty())));
    }
    for (UndertakenVm known : undertaken.vms()) {
      own(known.set(), known.vm());
      last.computeIfAbsent(known.set(), none -> new HashMap<>()).put(known.vm().name(), known);
    }
  }

  private void own(SetName set, Vm vm) {
    domains.own(planner.identity().of(set, vm), "set " + set);
  }

  private void letGo(VmSet set) {
    Set<VmName> names = new HashSet<>();
    set.vms().forEach(vm -> names.add(vm.name()));
    Map<VmName, UndertakenVm> known = last.get(set.name());
    Retiring retiring = new Retiring(planner.identity(), domains, findings);
    List<Intent.Retire> retires =
        known.values().stream()
            .filter(vm -> !names.contains(vm.vm().name()))
            .flatMap(vm -> retiring.letGo(vm).stream())
            .toList();
    retires.forEach(retire -> domains.leaves(retire.uuid()));
    intents.addAll(retires);
    MassChange.find(planner.rules(), set.name(), known.size(), retires.size())
        .ifPresent(findings::add);
  }

  private void want(VmSet set) {
    Wanting wanting = new Wanting(planner, domains, findings);
    List<Intent> wanted =
        set.vms().stream()
            .map(vm -> wish(set.name(), vm))
            .flatMap(wish -> wanting.want(wish).stream())
            .toList();
    Renames.find(set.name(), intents, wanted).forEach(findings::add);
    intents.addAll(wanted);
  }

  private Wish wish(SetName set, Vm vm) {
    Optional<UndertakenVm> known = Optional.ofNullable(last.get(set).get(vm.name()));
    Vm ours = vm.adopting(vm.adopted().or(() -> known.flatMap(made -> made.vm().adopted())));
    return new Wish(set, ours, planner.identity().of(set, ours), known);
  }
}
