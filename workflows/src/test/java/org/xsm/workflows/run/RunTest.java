package org.xsm.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTest {
  @Test
  void labels_are_read_back() {
    assertThat(RunState.values()).allMatch(state -> RunState.parse(state.label()) == state);
    assertThat(StepState.values()).allMatch(state -> StepState.parse(state.label()) == state);
    assertThat(EventKind.values()).allMatch(kind -> EventKind.parse(kind.label()) == kind);
  }

  @Test
  void a_run_is_before_applying_applying_or_at_its_end() {
    assertThat(Arrays.stream(RunState.values()).filter(state -> !state.isFinal()))
        .containsExactly(
            RunState.RECEIVED, RunState.PLANNED, RunState.AWAITING_APPROVAL, RunState.APPLYING);
    assertThat(RunState.values()).noneMatch(state -> state.isFinal() && state.isBeforeApplying());
  }

  /** What happens to a run and does not end it. */
  private static final Set<EventKind> GOES_ON =
      Set.of(
          EventKind.RUN_RECEIVED,
          EventKind.RUN_QUEUED,
          EventKind.RUN_PAUSED,
          EventKind.RUN_RESUMED);

  @Test
  void only_an_end_of_a_run_ends_it() {
    assertThat(EventKind.values())
        .allMatch(
            kind ->
                kind.runState().filter(RunState::isFinal).isPresent()
                    == (kind.name().startsWith("RUN_") && !GOES_ON.contains(kind)));
  }
}
