package org.xsm.workflows.forecast;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.run.Limits;

/**
 * When the steps of a plan run, if each takes as long as it usually does and nobody else wants
 * anything of the hosts.
 *
 * @param entries in the order in which they start
 */
public record Timetable(List<Entry> entries) {
  public Timetable {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(Entry::start).thenComparing(each -> each.step().id()))
            .toList();
  }

  /**
   * One step.
   *
   * @param start since the first step starts
   * @param end likewise
   */
  public record Entry(Step step, Duration start, Duration end) {
    public Entry {
      Objects.requireNonNull(step);
      if (start.isNegative() || end.compareTo(start) < 0) {
        throw new IllegalArgumentException(step.id() + " from " + start + " to " + end);
      }
    }
  }

  /** The timetable of a plan, whose steps start as the limits let them, as they do in a run. */
  public static Timetable of(Plan plan, Limits limits) {
    return new Timetable(new Playing(plan, limits).play());
  }

  /** How long all of it takes. */
  public Duration length() {
    return entries.stream().map(Entry::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }
}
