package org.xsm.webtasks.views;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;

/**
 * The page of a task: what is asked, and all that a person needs for the answer.
 *
 * @param most how many steps of the plan are shown
 */
public record TaskSheet(TaskView view, Optional<Run> run, int most) {
  private static final int LATEST = 8;

  /** What of the plan is to be approved, as it stands now. */
  public Optional<PlanView> plan() {
    return run.flatMap(Run::asked).map(plan -> new PlanView(plan, most));
  }

  /** How many steps of the plan were approved before and are not asked about again. */
  public int approvedBefore() {
    int asked = run.flatMap(Run::asked).map(plan -> plan.steps().size()).orElse(0);
    return run.flatMap(Run::plan).map(plan -> plan.steps().size() - asked).orElse(0);
  }

  /** The digest of the plan that this page shows, which an approval names. */
  public String digest() {
    return run.flatMap(Run::plan).map(plan -> plan.digest()).orElse("");
  }

  /** The step that is in trouble. */
  public Optional<Step> step() {
    return stepId().flatMap(id -> run.flatMap(Run::plan).flatMap(plan -> plan.findStep(id)));
  }

  /** What happened to the step that is in trouble, the newest first. */
  public List<JournalEntry> history() {
    List<JournalEntry> all =
        run.stream()
            .flatMap(known -> known.journal().stream())
            .filter(entry -> stepId().isPresent() && entry.step().equals(stepId()))
            .sorted((one, other) -> Long.compare(other.number(), one.number()))
            .toList();
    return all.subList(0, Math.min(LATEST, all.size()));
  }

  private Optional<StepId> stepId() {
    return view.task().step().map(StepId::new);
  }
}
