package org.xsm.engine.desk;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.xsm.engine.process.Choices;
import org.xsm.engine.process.Names;
import org.xsm.engine.store.Approvals;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.TaskId;
import org.xsm.workflows.run.TaskKind;

/** Reads an engine's user task as a task of the inbox. */
final class TaskReader {
  private final TaskService tasks;
  private final JdbcRuns runs;
  private final Approvals approvals;

  TaskReader(TaskService tasks, JdbcRuns runs, Approvals approvals) {
    this.tasks = tasks;
    this.runs = runs;
    this.approvals = approvals;
  }

  InboxTask read(Task task) {
    Map<String, Object> variables = tasks.getVariables(task.getId());
    RunId run = new RunId((String) variables.get(Names.RUN_ID));
    return task.getTaskDefinitionKey().equals(Names.APPROVE_PLAN)
        ? approval(task, run, Policy.of((Map<?, ?>) variables.get(Names.POLICY)))
        : trouble(task, run, variables);
  }

  private InboxTask approval(Task task, RunId run, Policy policy) {
    RunSummary summary = runs.find(run).orElseThrow();
    String digest = runs.findDigest(run).orElseThrow();
    List<String> given = approvals.people(run, digest);
    String sofar = given.isEmpty() ? "" : " Approved so far by " + String.join(", ", given) + ".";
    String needed =
        policy.approvals() == 1 ? "" : " " + policy.approvals() + " people must approve.";
    return new InboxTask(
        new TaskId(task.getId()),
        TaskKind.APPROVE_PLAN,
        run,
        Optional.of(digest),
        Optional.empty(),
        "Approve plan for " + summary.sets() + ": " + asked(run).map(Plan::summary).orElse(""),
        policy.verdict() + needed + sofar + onlyNew(run),
        candidates(task),
        Optional.ofNullable(task.getAssignee()),
        task.getCreateTime().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
        List.of());
  }

  private Optional<Plan> asked(RunId run) {
    return runs.findPlan(run).map(plan -> plan.askedAfter(runs.findApproved(run)));
  }

  private String onlyNew(RunId run) {
    return runs.findApproved(run)
        .map(
            approved ->
                " The site has changed since this run was approved; only what is new is asked.")
        .orElse("");
  }

  private InboxTask trouble(Task task, RunId run, Map<String, Object> variables) {
    String step = (String) variables.get(Names.STEP_ID);
    return new InboxTask(
        new TaskId(task.getId()),
        TaskKind.DECIDE_TROUBLE,
        run,
        Optional.empty(),
        Optional.of(step),
        "Decide how to continue with " + step,
        variables.get(Names.TROUBLE_KIND) + ": " + variables.get(Names.TROUBLE_TEXT),
        candidates(task),
        Optional.ofNullable(task.getAssignee()),
        task.getCreateTime().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
        List.copyOf(new Choices(variables).possible()));
  }

  /** Whether the person may do the task at all. */
  boolean admits(Task task, Person person) {
    return person.isIn(Person.ADMIN) || candidates(task).stream().anyMatch(person::isIn);
  }

  private List<String> candidates(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> link.getGroupId() != null)
        .map(IdentityLink::getGroupId)
        .sorted()
        .toList();
  }
}
