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
 * @param approved what was approved of this run last
 * @param paused whether a person holds the run up
 */
public record Run(
    RunSummary summary,
    Optional<Plan> plan,
    Optional<Plan> approved,
    List<JournalEntry> journal,
    Map<StepId, String> limits,
    boolean paused) {
  public Run {
    Objects.requireNonNull(summary);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(approved);
    journal = List.copyOf(journal);
    limits = Map.copyOf(limits);
  }

  /** What of the plan nobody has approved yet. */
  public Optional<Plan> asked() {
    return plan.map(made -> made.askedAfter(approved));
  }

  /** What was written since the run was last planned. */
  public List<JournalEntry> sincePlanned() {
    int planned = 0;
    for (int at = 0; at < journal.size(); at++) {
      planned = journal.get(at).kind() == EventKind.PLAN_MADE ? at : planned;
    }
    return journal.subList(planned, journal.size());
  }

  /** The state of every step of the plan, as the journal tells it, in the order of the plan. */
  public Map<StepId, StepState> stepStates() {
    Map<StepId, StepState> states = new LinkedHashMap<>();
    plan.ifPresent(
        known ->
            known.steps().stream().map(Step::id).forEach(id -> states.put(id, StepState.WAITING)));
    for (JournalEntry entry : sincePlanned()) {
      entry
          .step()
          .filter(states::containsKey)
          .ifPresent(id -> entry.kind().stepState().ifPresent(state -> states.put(id, state)));
    }
    return states;
  }
}
