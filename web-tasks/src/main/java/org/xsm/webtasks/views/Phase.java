package org.xsm.webtasks.views;

import java.util.List;
import java.util.stream.IntStream;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunState;

/**
 * A stretch of a run's way.
 *
 * @param mark {@code done}, {@code now}, {@code stopped} or {@code ahead}
 */
public record Phase(String name, String mark) {
  private static final List<String> NAMES = List.of("Observe and plan", "Approve", "Apply");

  static List<Phase> of(Run run) {
    RunState state = run.summary().state();
    int reached = reached(run);
    return IntStream.range(0, NAMES.size())
        .mapToObj(place -> new Phase(NAMES.get(place), mark(place, reached, state)))
        .toList();
  }

  /** How many phases are behind the run. */
  private static int reached(Run run) {
    return switch (run.summary().state()) {
      case RECEIVED -> 0;
      case PLANNED, AWAITING_APPROVAL, REJECTED, EXPIRED -> 1;
      case APPLYING -> 2;
      case APPLIED, APPLIED_WITH_SKIPS, UNCHANGED -> 3;
      case SUPERSEDED, CANCELLED, FAILED ->
          run.journal().stream().mapToInt(Phase::shows).max().orElse(0);
    };
  }

  private static int shows(JournalEntry entry) {
    return switch (entry.kind()) {
      case PLAN_MADE -> 1;
      case APPLYING_STARTED -> 2;
      default -> 0;
    };
  }

  private static String mark(int place, int reached, RunState state) {
    if (place < reached) {
      return "done";
    }
    if (place > reached) {
      return "ahead";
    }
    return state.isFinal() ? "stopped" : "now";
  }
}
