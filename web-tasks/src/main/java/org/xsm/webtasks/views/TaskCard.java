package org.xsm.webtasks.views;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunSummary;

/** A task as it stands in the inbox: what it is about, and how much. */
public record TaskCard(
    TaskView view, Optional<RunSummary> run, Optional<PlanView> plan, Instant now) {
  private static final Set<Cost> RISKS = EnumSet.range(Cost.RESTART, Cost.DATA_LOSS);

  /**
   * @param now by which it is told whether it is overdue
   */
  public static TaskCard of(TaskView view, Optional<Run> run, Instant now) {
    Optional<Plan> plan = run.flatMap(Run::asked);
    return new TaskCard(
        view,
        run.map(Run::summary),
        plan.map(known -> new PlanView(known, PlanView.USUAL_MOST)),
        now);
  }

  /** The worst that the plan costs somebody; empty where nobody notices. */
  public Optional<Cost> risk() {
    return plan.map(known -> known.plan().cost()).filter(RISKS::contains);
  }

  public boolean isOverdue() {
    return task().due().filter(now::isAfter).isPresent();
  }

  /** The names of its sets. */
  public String set() {
    return run.map(RunSummary::sets).orElse("");
  }

  List<String> sets() {
    return InboxView.sets(set());
  }

  String submitter() {
    return run.map(RunSummary::submittedBy).orElse("");
  }

  public InboxTask task() {
    return view.task();
  }
}
