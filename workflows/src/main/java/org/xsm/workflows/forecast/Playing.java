package org.xsm.workflows.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Gate;
import org.xsm.workflows.run.Holds;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.Slots;
import org.xsm.workflows.run.Slots.Candidate;

/** Plays a plan through, from one end of a step to the next. */
final class Playing {
  private static final RunId RUN = new RunId("forecast");

  private final Limits limits;
  private final Map<StepId, Step> steps = new HashMap<>();
  private final Map<StepId, Set<StepId>> missing = new HashMap<>();
  private final Map<StepId, List<StepId>> waiting = new HashMap<>();
  private final Set<Candidate> ready = new LinkedHashSet<>();
  private final Map<StepId, Candidate> running = new HashMap<>();
  private final PriorityQueue<Timetable.Entry> ends =
      new PriorityQueue<>(
          (one, other) ->
              one.end().equals(other.end())
                  ? one.step().id().compareTo(other.step().id())
                  : one.end().compareTo(other.end()));
  private final List<Timetable.Entry> entries = new ArrayList<>();

  Playing(Plan plan, Limits limits) {
    this.limits = limits;
    plan.steps().forEach(step -> steps.put(step.id(), step));
    plan.steps().forEach(this::expect);
  }

  /** What a step waits for that is not in the plan was done before. */
  private void expect(Step step) {
    Set<StepId> before = new HashSet<>(step.waitsFor());
    before.retainAll(steps.keySet());
    before.forEach(each -> waiting.computeIfAbsent(each, none -> new ArrayList<>()).add(step.id()));
    missing.put(step.id(), before);
    if (before.isEmpty()) {
      ready.add(Candidate.of(RUN, step));
    }
  }

  List<Timetable.Entry> play() {
    Duration now = Duration.ZERO;
    start(now);
    while (!ends.isEmpty()) {
      now = ends.peek().end();
      while (!ends.isEmpty() && ends.peek().end().equals(now)) {
        finish(ends.poll().step().id());
      }
      start(now);
    }
    return entries;
  }

  private void start(Duration now) {
    Gate open = new Gate(Holds.none(), List.of());
    Slots.Choice choice =
        Slots.choose(List.copyOf(ready), List.copyOf(running.values()), limits, open);
    for (Candidate candidate : choice.start()) {
      Step step = steps.get(candidate.step());
      Timetable.Entry entry = new Timetable.Entry(step, now, now.plus(step.estimate()));
      ready.remove(candidate);
      running.put(step.id(), candidate);
      ends.add(entry);
      entries.add(entry);
    }
  }

  private void finish(StepId done) {
    running.remove(done);
    for (StepId next : waiting.getOrDefault(done, List.of())) {
      missing.get(next).remove(done);
      if (missing.get(next).isEmpty()) {
        ready.add(Candidate.of(RUN, steps.get(next)));
      }
    }
  }
}
