package org.xsm.workflows.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What people hold the manager back with.
 *
 * @param stop who has thrown the stop switch and why; while it is thrown nothing is begun on any
 *     host
 * @param paused the runs of which no more steps are started
 * @param filters in the order of their names
 */
public record Holds(Optional<Stop> stop, Set<RunId> paused, List<Filter> filters) {
  /** What a step waits for while the stop switch is thrown. */
  public static final String STOP_SWITCH = "stop switch";

  /** What a step of a paused run waits for. */
  public static final String PAUSED = "paused run";

  /**
   * The stop switch is thrown.
   *
   * @param by who has thrown it
   */
  public record Stop(String by, String why) {
    public Stop {
      Objects.requireNonNull(by);
      Objects.requireNonNull(why);
    }
  }

  public Holds {
    Objects.requireNonNull(stop);
    paused = Set.copyOf(paused);
    filters = List.copyOf(filters);
  }

  /** Nothing is held back. */
  public static Holds none() {
    return new Holds(Optional.empty(), Set.of(), List.of());
  }

  /** The filter by which the step is to be left out. */
  public Optional<Filter> findRejecting(Slots.Candidate step) {
    return filters.stream()
        .filter(filter -> filter.action() == Filter.Action.REJECT)
        .filter(filter -> filter.matches(step))
        .findFirst();
  }
}
