package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/**
 * Gives memory to creates, host by host: from what is free now, else from what the host's retires
 * free, for which the create then waits. What does not fit is not planned, so that no order of
 * steps can ever over-commit a host.
 */
final class Room {
  private final PlanningRules rules;
  private final Map<HostAddress, Integer> free = new HashMap<>();
  private final Map<HostAddress, Integer> freed = new HashMap<>();
  private final Map<HostAddress, List<StepId>> retires = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Room(PlanningRules rules, Observation found, List<Step> retiring) {
    this.rules = rules;
    for (HostFound host : found.hosts()) {
      if (host instanceof HostFound.Up up) {
        free.put(up.address(), up.freeMemory());
      }
    }
    for (Step step : retiring) {
      freed.merge(step.vm().host(), step.vm().memory(), Integer::sum);
      retires.computeIfAbsent(step.vm().host(), none -> new ArrayList<>()).add(step.id());
    }
    retires.values().forEach(steps -> steps.sort(Comparator.naturalOrder()));
  }

  /** The creates that fit, each with what it waits for. */
  List<Step> place(List<Step> creates) {
    List<Step> placed = new ArrayList<>();
    creates.stream().sorted(Comparator.comparing(Step::id)).forEach(step -> place(step, placed));
    return placed;
  }

  private void place(Step step, List<Step> placed) {
    HostAddress host = step.vm().host();
    int need = step.vm().memory() + rules.guestOverhead();
    int now = free.getOrDefault(host, 0);
    int later = now + freed.getOrDefault(host, 0);
    if (need <= now) {
      free.put(host, now - need);
      placed.add(step);
    } else if (need <= later) {
      free.put(host, 0);
      freed.put(host, later - need);
      placed.add(step.waitingFor(retires.get(host)));
    } else {
      findings.add(tooLittle(step, need, later));
    }
  }

  /** What did not fit; complete after {@link #place(List)}. */
  List<Finding> findings() {
    return findings;
  }

  private static Finding tooLittle(Step step, int need, int room) {
    return new Finding(
        FindingKind.NO_MEMORY,
        step.vm().name().value(),
        String.format(
            "%s is not created: it needs %d MiB on %s, where %d MiB will be left; %d MiB are missing.",
            step.vm().name(), need, step.vm().host(), room, need - room),
        "Give it less memory, another host, or retire something there.");
  }
}
