package org.xsm.workflows.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how long a VM is away that is shut down on one host and started on another when there is
 * room: as long as the longest chain of steps takes that its start waits for.
 */
final class Downtime {
  private Downtime() {}

  /** The same steps; those that start such a VM say how long it has been away. */
  static List<VmStep> say(List<VmStep> steps) {
    if (steps.stream().noneMatch(step -> step.manner() == Manner.COLD)) {
      return steps;
    }
    Map<StepId, Duration> ends = new HashMap<>();
    Map<String, Duration> stops = new HashMap<>();
    for (VmStep step : steps) {
      Duration begin =
          step.waitsFor().stream().map(ends::get).reduce(Duration.ZERO, Downtime::later);
      ends.put(step.id(), begin.plus(step.estimate()));
      if (isStop(step)) {
        stops.put(step.uuid().toString(), begin);
      }
    }
    return steps.stream()
        .map(step -> isStop(step) ? away(step, steps, ends, stops) : step)
        .toList();
  }

  private static boolean isStop(VmStep step) {
    return step.kind() == StepKind.RETIRE_VM && step.manner() == Manner.COLD;
  }

  private static VmStep away(
      VmStep stop, List<VmStep> steps, Map<StepId, Duration> ends, Map<String, Duration> stops) {
    Duration until =
        steps.stream()
            .filter(step -> step.kind() == StepKind.CREATE_VM && step.uuid().equals(stop.uuid()))
            .map(step -> ends.get(step.id()))
            .reduce(Duration.ZERO, Downtime::later);
    Duration away = until.minus(stops.get(stop.uuid().toString()));
    return stop.because(stop.reason() + "; it is away for about " + Estimate.words(away));
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
