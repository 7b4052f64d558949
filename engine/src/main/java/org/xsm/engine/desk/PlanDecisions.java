package org.xsm.engine.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.xsm.engine.process.Names;
import org.xsm.engine.store.Approvals;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.Verdict.Why;

/**
 * Approvals and rejections: good only for the digest that the person saw, and only from who may.
 */
final class PlanDecisions {
  private final TaskService tasks;
  private final JdbcRuns runs;
  private final Approvals approvals;
  private final Journal journal;
  private final EngineIdentity identity;

  PlanDecisions(
      TaskService tasks,
      JdbcRuns runs,
      Approvals approvals,
      Journal journal,
      EngineIdentity identity) {
    this.identity = identity;
    this.tasks = tasks;
    this.runs = runs;
    this.approvals = approvals;
    this.journal = journal;
  }

  Verdict approve(Task task, Person person, String digest, String comment) {
    RunId run = run(task);
    Policy policy = Policy.of(tasks, task);
    return whyNot(run, digest)
        .or(() -> whyNotBy(run, digest, person, policy))
        .orElseGet(
            () -> {
              approvals.add(run, digest, person.name(), comment);
              int given = approvals.people(run, digest).size();
              journal.record(
                  run,
                  person.name(),
                  EventKind.PLAN_APPROVED,
                  "Approved plan "
                      + digest.substring(0, 12)
                      + " ("
                      + given
                      + " of "
                      + policy.approvals()
                      + ")"
                      + remark(comment));
              if (given >= policy.approvals()) {
                runs.keepApproved(run);
                identity.as(
                    person, () -> tasks.complete(task.getId(), Map.of(Names.APPROVED, true)));
              } else {
                identity.as(person, () -> tasks.setAssignee(task.getId(), null));
              }
              return Verdict.taken();
            });
  }

  Verdict reject(Task task, Person person, String digest, String reason) {
    return end(
        task, person, digest, new Refusal(EventKind.RUN_REJECTED, "Rejected" + remark(reason)));
  }

  Verdict sendBack(Task task, Person person, String digest, String wish) {
    return end(
        task, person, digest, new Refusal(EventKind.RUN_SENT_BACK, "Sent back" + remark(wish)));
  }

  private record Refusal(EventKind kind, String text) {}

  private Verdict end(Task task, Person person, String digest, Refusal refusal) {
    RunId run = run(task);
    return whyNot(run, digest)
        .orElseGet(
            () -> {
              journal.record(run, person.name(), refusal.kind(), refusal.text());
              identity.as(
                  person, () -> tasks.complete(task.getId(), Map.of(Names.APPROVED, false)));
              return Verdict.taken();
            });
  }

  private Optional<Verdict> whyNot(RunId run, String digest) {
    RunState state = journal.lock(run);
    if (state != RunState.AWAITING_APPROVAL) {
      return Optional.of(
          Verdict.refused(
              Why.STALE, "Run " + run + " is " + state.label() + "; nothing is left to decide."));
    }
    if (runs.findDigest(run).filter(digest::equals).isEmpty()) {
      return Optional.of(
          Verdict.refused(
              Why.STALE,
              "The plan has changed since you looked at it. Look at it again before you decide."));
    }
    return Optional.empty();
  }

  private Optional<Verdict> whyNotBy(RunId run, String digest, Person person, Policy policy) {
    String submitter = runs.find(run).orElseThrow().submittedBy();
    List<String> submitters = List.of(person.name(), "file:" + person.name());
    if (!policy.submitterMayApprove() && submitters.contains(submitter)) {
      return Optional.of(
          Verdict.refused(
              Why.NOT_ALLOWED,
              "You submitted this file; somebody else must approve it (" + policy.verdict() + ")"));
    }
    if (approvals.people(run, digest).contains(person.name())) {
      return Optional.of(
          Verdict.refused(
              Why.NOT_ALLOWED, "You have approved this plan; somebody else must, too."));
    }
    return Optional.empty();
  }

  private RunId run(Task task) {
    return new RunId((String) tasks.getVariable(task.getId(), Names.RUN_ID));
  }

  private static String remark(String comment) {
    return comment.isBlank() ? "." : ": " + comment.strip();
  }
}
