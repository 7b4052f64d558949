package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.plan.Domains.Located;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;
import org.xsm.workflows.template.GuestConfig;
import org.xsm.workflows.template.Template;

/** Compares one set as it is wanted with what we had undertaken and with what was found. */
final class SetPlanning {
  private final Planner planner;
  private final Domains domains;
  private final VmSet wanted;
  private final Map<VmName, Vm> before;
  private final List<Step> creates = new ArrayList<>();
  private final List<Step> retires = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  SetPlanning(Planner planner, Domains domains, VmSet wanted, VmSet last) {
    this.planner = planner;
    this.domains = domains;
    this.wanted = wanted;
    this.before = last.vms().stream().collect(Collectors.toMap(Vm::name, Function.identity()));
    wanted.vms().forEach(this::want);
    Set<VmName> names =
        wanted.vms().stream().map(Vm::name).collect(Collectors.toCollection(HashSet::new));
    last.vms().stream().filter(vm -> !names.contains(vm.name())).forEach(this::letGo);
  }

  List<Step> creates() {
    return creates;
  }

  List<Step> retires() {
    return retires;
  }

  List<Finding> findings() {
    return findings;
  }

  private void want(Vm vm) {
    List<Located> located = domains.locate(uuid(vm));
    if (located.isEmpty()) {
      wantMissing(vm);
    } else if (located.size() > 1) {
      find(
          FindingKind.ODD_STATE,
          vm,
          "is there " + located.size() + " times: " + places(located),
          KEEP_ONE);
    } else if (!located.get(0).host().equals(vm.host())) {
      find(
          FindingKind.NOT_SUPPORTED,
          vm,
          "runs on "
              + located.get(0).host()
              + " and is wanted on "
              + vm.host()
              + "; moving is not yet supported",
          "Until then, leave DOM0 as it was, or retire the VM and create it anew.");
    } else {
      compare(vm, located.get(0).domain());
    }
  }

  private void wantMissing(Vm vm) {
    Optional<Vm> last = Optional.ofNullable(before.get(vm.name()));
    Optional<String> silent = domains.whyUnknown(vm.host());
    Optional<String> lastSilent = last.flatMap(known -> domains.whyUnknown(known.host()));
    Optional<Domain> namesake = domains.findNamesake(vm.host(), vm.name());
    if (silent.isPresent()) {
      find(
          FindingKind.UNKNOWN_HOST,
          vm,
          "is not touched: host " + vm.host() + " is unknown: " + silent.get(),
          ANSWER_FIRST);
    } else if (lastSilent.isPresent()) {
      find(
          FindingKind.UNKNOWN_HOST,
          vm,
          "may still run on " + last.get().host() + ", which is unknown: " + lastSilent.get(),
          ANSWER_FIRST);
    } else if (namesake.isPresent()) {
      find(
          FindingKind.NAME_CONFLICT,
          vm,
          "cannot be created: a domain of "
              + domains.ownerOf(namesake.get())
              + " bears its name on "
              + vm.host(),
          "Rename the VM in the site file, or end that domain by hand; XSM does not touch it.");
    } else {
      create(vm);
    }
  }

  private void create(Vm vm) {
    try {
      creates.add(createStep(vm, GuestConfig.render(template(vm), vm, uuid(vm))));
    } catch (InvalidValue wrong) {
      find(
          FindingKind.BAD_TEMPLATE, vm, "cannot be created: " + wrong.getMessage(), wrong.advice());
    }
  }

  private Template template(Vm vm) {
    return planner
        .templates()
        .find(vm.template())
        .orElseThrow(
            () ->
                new InvalidValue(
                    "template " + vm.template() + " is not there any more",
                    "Put "
                        + vm.template()
                        + ".cfg back into the templates folder and drop the file again."));
  }

  private Step createStep(Vm vm, String guestConfig) {
    return new Step(
        StepId.of(StepKind.CREATE_VM, vm.name()),
        StepKind.CREATE_VM,
        Manner.PLAIN,
        wanted.name(),
        vm,
        Optional.empty(),
        uuid(vm),
        guestConfig,
        List.of(),
        Cost.NONE,
        StepKind.CREATE_VM.usual(),
        vm.name() + " is wanted on " + vm.host() + " and is not there");
  }

  private void compare(Vm vm, Domain domain) {
    if (domain.state() != DomainState.RUNNING) {
      find(
          FindingKind.ODD_STATE,
          vm,
          "is on " + vm.host() + ", but " + domain.state().label(),
          "Look at it with 'xl list' on the host; XSM leaves it as it is.");
    }
    List<String> differences = Differences.between(before.getOrDefault(vm.name(), vm), vm);
    if (!differences.isEmpty()) {
      find(
          FindingKind.NOT_SUPPORTED,
          vm,
          "differs: "
              + String.join(", ", differences)
              + "; changing a running VM is not yet supported",
          "Until then, retire the VM and create it anew.");
    }
  }

  private void letGo(Vm vm) {
    List<Located> located = domains.locate(uuid(vm));
    Optional<String> silent = domains.whyUnknown(vm.host());
    if (located.size() > 1) {
      find(
          FindingKind.ODD_STATE,
          vm,
          "is there " + located.size() + " times: " + places(located),
          KEEP_ONE);
    } else if (located.size() == 1) {
      retire(vm, located.get(0));
    } else if (silent.isPresent()) {
      find(
          FindingKind.UNKNOWN_HOST,
          vm,
          "is not retired: host " + vm.host() + " is unknown: " + silent.get(),
          ANSWER_FIRST);
    }
  }

  private void retire(Vm vm, Located located) {
    Vm there =
        new Vm(
            vm.name(), vm.template(), located.host(), vm.vcpus(), vm.mac(), vm.ip(), vm.memory());
    retires.add(
        new Step(
            StepId.of(StepKind.RETIRE_VM, vm.name()),
            StepKind.RETIRE_VM,
            Manner.PLAIN,
            wanted.name(),
            there,
            Optional.empty(),
            uuid(vm),
            "",
            List.of(),
            Cost.DOWNTIME,
            StepKind.RETIRE_VM.usual(),
            vm.name() + " is not in set " + wanted.name() + " any more; its disks are kept"));
  }

  private static final String KEEP_ONE = "Find out which one is right, and end the other by hand.";
  private static final String ANSWER_FIRST = "Bring the host back and drop the file again.";

  private UUID uuid(Vm vm) {
    return planner.identity().of(wanted.name(), vm.name());
  }

  private void find(FindingKind kind, Vm vm, String message, String advice) {
    findings.add(new Finding(kind, vm.name().value(), sentence(vm.name() + " " + message), advice));
  }

  /** With one full stop at its end; what a host said may have brought one, or a question mark. */
  private static String sentence(String words) {
    return words.matches("(?s).*[.?!]") ? words : words + ".";
  }

  private static String places(List<Located> located) {
    return located.stream()
        .map(place -> "domain " + place.domain().id() + " on " + place.host())
        .collect(Collectors.joining(", "));
  }
}
