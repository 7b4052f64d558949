package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.VmSet;

/**
 * Decides what is to become of machines: one that does not answer is deployed; one that was
 * deployed once and is silent now only when a person gives his word, since all that it holds is
 * lost then. A host that answers is never touched.
 */
final class Machines {
  private final Undertaken last;
  private final Observation found;
  private final Findings findings;
  private List<HostStep> deployments = new ArrayList<>();

  private Machines(Undertaken last, Observation found, Findings findings) {
    this.last = last;
    this.found = found;
    this.findings = findings;
  }

  static Machines of(Site wanted, Undertaken last, Observation found, Findings findings) {
    Machines machines = new Machines(last, found, findings);
    wanted.sets().forEach(machines::want);
    return machines;
  }

  /** The same, with those together that get one image by casts. */
  Machines inSessions(TransferChoice choice) {
    deployments = Sessions.form(deployments, choice);
    return this;
  }

  /** What was found, with the hosts to come as they will be. */
  Observation promised() {
    return new Promise(toCome()).in(found);
  }

  private Set<HostAddress> toCome() {
    return deployments.stream().map(HostStep::host).collect(Collectors.toSet());
  }

  private void want(VmSet set) {
    set.machines().forEach(machine -> want(set.name(), machine));
  }

  private void want(SetName set, BareHost machine) {
    Optional<UndertakenHost> known =
        last.hosts().stream()
            .filter(host -> host.set().equals(set))
            .filter(host -> host.machine().name().equals(machine.name()))
            .findFirst();
    Optional<UndertakenHost> deployed = known.filter(host -> host.image().isPresent());
    if (found.findUp(machine.address()).isPresent()) {
      deployed.ifPresentOrElse(
          host -> compare(host, machine), () -> findings.add(HostReasons.stranger(machine)));
    } else if (deployed.isEmpty()) {
      deploy(set, machine, Manner.PLAIN, Cost.NONE, HostReasons.deployed(machine));
    } else if (isMoved(deployed.get(), machine)) {
      findings.add(HostReasons.moved(deployed.get(), machine));
    } else {
      List<String> lost = namesOn(machine.address());
      deploy(set, machine, Manner.FENCED, Cost.DATA_LOSS, HostReasons.again(machine, lost));
    }
  }

  private void compare(UndertakenHost deployed, BareHost machine) {
    if (isMoved(deployed, machine)) {
      findings.add(HostReasons.moved(deployed, machine));
    } else if (!deployed.image().equals(Optional.of(machine.image()))) {
      findings.add(HostReasons.otherImage(deployed, machine));
    }
  }

  private static boolean isMoved(UndertakenHost deployed, BareHost machine) {
    return !deployed.machine().address().equals(machine.address());
  }

  private void deploy(SetName set, BareHost machine, Manner manner, Cost cost, String reason) {
    deployments.add(
        new HostStep(
            StepId.of(StepKind.DEPLOY_HOST, machine.name().value()),
            StepKind.DEPLOY_HOST,
            manner,
            set,
            machine,
            Optional.empty(),
            List.of(),
            cost,
            StepKind.DEPLOY_HOST.usual(),
            reason));
  }

  /**
   * All steps: those of VMs wait for the hosts to come, and hosts that are not wanted any more for
   * the VMs that leave them.
   */
  List<Step> with(Site wanted, List<VmStep> ofVms) {
    List<Step> steps = new ArrayList<>(deployments);
    Set<HostAddress> toCome = toCome();
    ofVms.forEach(step -> steps.add(toCome.isEmpty() ? step : waiting(step)));
    sayUnproved(ofVms);
    Leaving leaving = new Leaving(wanted, last, found, ofVms);
    unwanted(wanted).forEach(host -> retire(host, leaving).ifPresent(steps::add));
    return steps;
  }

  private VmStep waiting(VmStep step) {
    Set<StepId> waits = new TreeSet<>(step.waitsFor());
    deployments.stream()
        .filter(deployment -> step.hosts().contains(deployment.host()))
        .forEach(deployment -> waits.add(deployment.id()));
    return waits.size() == step.waitsFor().size() ? step : step.waitingFor(List.copyOf(waits));
  }

  /** Nobody can prove that memory suffices which nobody knows. */
  private void sayUnproved(List<VmStep> ofVms) {
    for (HostStep deployment : deployments) {
      int memory =
          ofVms.stream()
              .filter(step -> step.kind() != StepKind.RETIRE_VM)
              .filter(step -> step.host().equals(deployment.host()))
              .mapToInt(step -> step.vm().memory())
              .sum();
      if (memory > 0) {
        findings.add(HostReasons.unproved(deployment.machine(), memory));
      }
    }
  }

  private Stream<UndertakenHost> unwanted(Site wanted) {
    return last.hosts().stream()
        .filter(
            host ->
                wanted.findSet(host.set()).stream()
                    .anyMatch(
                        set ->
                            set.machines().stream()
                                .noneMatch(
                                    machine -> machine.name().equals(host.machine().name()))));
  }

  private Optional<HostStep> retire(UndertakenHost host, Leaving leaving) {
    BareHost machine = host.machine();
    Collection<String> staying = leaving.stayingOn(machine.address());
    if (!staying.isEmpty()) {
      findings.add(HostReasons.notEmpty(machine, staying));
      return Optional.empty();
    }
    return Optional.of(
        new HostStep(
            StepId.of(StepKind.RETIRE_HOST, machine.name().value()),
            StepKind.RETIRE_HOST,
            Manner.PLAIN,
            host.set(),
            machine,
            Optional.empty(),
            leaving.lastOn(machine.address()),
            Cost.NONE,
            StepKind.RETIRE_HOST.usual(),
            HostReasons.retired(host)));
  }

  private List<String> namesOn(HostAddress address) {
    return last.vms().stream()
        .filter(vm -> vm.hosts().anyMatch(address::equals))
        .map(vm -> vm.vm().name().value())
        .sorted()
        .toList();
  }
}
