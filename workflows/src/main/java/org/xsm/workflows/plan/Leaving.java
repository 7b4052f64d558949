package org.xsm.workflows.plan;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Site;

/** Who leaves a host that is to be let go, and who stays. */
record Leaving(Site wanted, Undertaken last, Observation found, List<VmStep> steps) {
  /** The names of those who will be there in the end, or may be: nobody knows of a silent host. */
  Collection<String> stayingOn(HostAddress host) {
    Set<String> staying = new TreeSet<>();
    Set<UUID> leaving =
        steps.stream()
            .filter(step -> leaves(step, host))
            .map(VmStep::uuid)
            .collect(Collectors.toSet());
    wanted.vms().filter(vm -> vm.host().equals(host)).forEach(vm -> staying.add(vm.name().value()));
    last.vms().stream()
        .filter(vm -> wanted.findSet(vm.set()).isEmpty() || found.findUp(host).isEmpty())
        .filter(vm -> vm.hosts().anyMatch(host::equals))
        .filter(vm -> steps.stream().noneMatch(step -> leaves(step, host) && isOf(step, vm)))
        .forEach(vm -> staying.add(vm.vm().name().value()));
    found.findUp(host).stream()
        .flatMap(up -> up.domains().stream())
        .filter(domain -> domain.uuid().filter(leaving::contains).isEmpty())
        .map(Domain::name)
        .forEach(staying::add);
    return staying;
  }

  private static boolean leaves(VmStep step, HostAddress host) {
    return step.from().filter(host::equals).isPresent()
        || step.kind() == StepKind.RETIRE_VM && step.host().equals(host);
  }

  private static boolean isOf(VmStep step, UndertakenVm vm) {
    return step.set().equals(vm.set()) && step.vm().name().equals(vm.vm().name());
  }

  /** Every step that has to do with the host. */
  List<StepId> lastOn(HostAddress host) {
    return steps.stream()
        .filter(step -> step.hosts().contains(host))
        .map(VmStep::id)
        .sorted()
        .toList();
  }
}
