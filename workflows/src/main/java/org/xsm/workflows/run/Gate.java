package org.xsm.workflows.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.run.Slots.Candidate;

/** Lets steps pass that nobody holds back, and counts them for the filters that limit. */
public final class Gate {
  private final Holds holds;
  private final List<Candidate> lately;

  /**
   * @param lately the steps that were started within the last minute
   */
  public Gate(Holds holds, List<Candidate> lately) {
    this.holds = holds;
    this.lately = new ArrayList<>(lately);
  }

  /** What holds the step back, by name; empty when it may start. */
  Optional<String> whatHolds(Candidate step) {
    if (holds.stop().isPresent()) {
      return Optional.of(Holds.STOP_SWITCH);
    } else if (holds.paused().contains(step.run())) {
      return Optional.of(Holds.PAUSED);
    }
    return holds.filters().stream()
        .filter(filter -> filter.matches(step))
        .filter(this::isShut)
        .map(Filter::label)
        .findFirst();
  }

  private boolean isShut(Filter filter) {
    return switch (filter.action()) {
      case PAUSE, REJECT -> true;
      case LIMIT -> lately.stream().filter(filter::matches).count() >= filter.perMinute();
    };
  }

  /** The step is started. */
  void pass(Candidate step) {
    lately.add(step);
  }
}
