package org.xsm.webtasks.pages;

import java.util.Arrays;
import java.util.Optional;
import org.xsm.workflows.run.StepState;

/**
 * What of a run a person wants to see; stands in the address, so that it can be shared.
 *
 * @param show label of the only state whose steps are shown; anything else shows all
 * @param step id of the step whose process is drawn; anything else draws the run's own
 */
public record RunQuery(String show, String step) {
  public RunQuery {
    show = show == null ? "" : show;
    step = step == null ? "" : step;
  }

  Optional<StepState> state() {
    return Arrays.stream(StepState.values())
        .filter(state -> state.label().equals(show))
        .findFirst();
  }
}
