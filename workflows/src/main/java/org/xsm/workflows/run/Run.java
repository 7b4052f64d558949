package org.xsm.workflows.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;

/**
 * A run: what was asked, what was planned, and everything that happened since.
 *
 * @param plan the plan, as soon as there is one
 * @param limits which limit, filter or switch a ready step waits for, by step
 * @param paused whether a person holds the run up
 */
public record Run(
    RunSummary summary,
    Optional<Plan> plan,
    List<JournalEntry> journal,
    Map<StepId, String> limits,
    boolean paused) {
  public Run {
    Objects.requireNonNull(summary);
    Objects.requireNonNull(plan);
    journal = List.copyOf(journal);
    limits = Map.copyOf(limits);
  }

  /** The state of every step of the plan, as the journal tells it, in the order of the plan. */
  public Map<StepId, StepState> stepStates() {
    Map<StepId, StepState> states = new LinkedHashMap<>();
    plan.ifPresent(
        known ->
            known.steps().stream().map(Step::id).forEach(id -> states.put(id, StepState.WAITING)));
    for (JournalEntry entry : journal) {
      entry
          .step()
          .filter(states::containsKey)
          .ifPresent(id -> entry.kind().stepState().ifPresent(state -> states.put(id, state)));
    }
    return states;
  }
}
