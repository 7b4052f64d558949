package org.xsm.workflows.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.StepState;

/** When the steps of a run did run, as its journal tells it; what has not begun is left out. */
public final class Course {
  private final Run run;
  private final Map<StepId, Instant> starts = new HashMap<>();
  private final Map<StepId, Instant> ends = new HashMap<>();

  private Course(Run run) {
    this.run = run;
    run.sincePlanned().forEach(entry -> entry.step().ifPresent(step -> note(step, entry)));
  }

  private void note(StepId step, JournalEntry entry) {
    Optional<StepState> state = entry.kind().stepState();
    if (state.filter(StepState.RUNNING::equals).isPresent()) {
      starts.putIfAbsent(step, entry.at());
    }
    if (state.filter(StepState::isFinal).isPresent()) {
      ends.put(step, entry.at());
    }
  }

  /**
   * @param now when those that still run are drawn to
   */
  public static Timetable of(Run run, Instant now) {
    return new Course(run).timetable(now);
  }

  private Timetable timetable(Instant now) {
    Optional<Instant> first = starts.values().stream().min(Instant::compareTo);
    List<Timetable.Entry> entries = new ArrayList<>();
    run.plan()
        .ifPresent(
            plan ->
                plan.steps().stream()
                    .filter(step -> starts.containsKey(step.id()))
                    .forEach(
                        step -> {
                          Instant start = starts.get(step.id());
                          Instant end = ends.getOrDefault(step.id(), now);
                          entries.add(
                              new Timetable.Entry(
                                  step,
                                  Duration.between(first.orElseThrow(), start),
                                  Duration.between(first.orElseThrow(), later(start, end))));
                        }));
    return new Timetable(entries);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
