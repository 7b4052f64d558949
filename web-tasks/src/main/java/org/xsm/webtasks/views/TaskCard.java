package org.xsm.webtasks.views;

import java.util.Optional;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunSummary;

/** A task as it stands in the inbox: what it is about, and how much. */
public record TaskCard(TaskView view, Optional<RunSummary> run, Optional<PlanView> plan) {
  public static TaskCard of(InboxTask task, Person person, Optional<Run> run) {
    Optional<Plan> plan = run.flatMap(Run::plan);
    return new TaskCard(
        new TaskView(task, person),
        run.map(Run::summary),
        plan.map(known -> new PlanView(known, PlanView.USUAL_MOST)));
  }

  public InboxTask task() {
    return view.task();
  }

  public boolean isMine() {
    return view.isMine();
  }

  /** Whether nobody has claimed it. */
  public boolean isOpen() {
    return task().assignee().isEmpty();
  }

  public boolean isOthers() {
    return view.isOthers();
  }
}
