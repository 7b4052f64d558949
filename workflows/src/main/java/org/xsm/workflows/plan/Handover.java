package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.Vm;

/**
 * Makes a step wait until a retired VM has given up what the step's VM is to have: its hardware
 * address, its fixed address, or its name on the host. Nobody is retired later than that, since
 * retires wait for nobody.
 */
final class Handover {
  private final Map<String, List<StepId>> givenUp = new HashMap<>();

  /** The step, waiting for what it takes over; to be called with retires first. */
  VmStep complete(VmStep step) {
    if (step.kind() == StepKind.RETIRE_VM) {
      if (step.manner() == Manner.PLAIN) {
        belongings(step.vm())
            .forEach(
                thing -> givenUp.computeIfAbsent(thing, none -> new ArrayList<>(1)).add(step.id()));
      }
      return step;
    }
    if (givenUp.isEmpty() || step.manner() == Manner.ADOPT) {
      return step;
    }
    Set<StepId> waits = new LinkedHashSet<>(step.waitsFor());
    belongings(step.vm()).forEach(thing -> waits.addAll(givenUp.getOrDefault(thing, List.of())));
    return waits.size() == step.waitsFor().size() ? step : step.waitingFor(List.copyOf(waits));
  }

  private static Stream<String> belongings(Vm vm) {
    Stream<String> own = Stream.of(vm.mac().value(), vm.host() + "/" + vm.name());
    return vm.ip() instanceof IpSetting.Fixed fixed
        ? Stream.concat(own, Stream.of(fixed.address().value()))
        : own;
  }
}
