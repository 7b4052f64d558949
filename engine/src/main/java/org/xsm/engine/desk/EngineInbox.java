package org.xsm.engine.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.Choices;
import org.xsm.engine.process.Names;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.TaskId;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.Verdict.Why;

/** The engine's user tasks as an inbox. Every rule about who may do what is kept here. */
final class EngineInbox implements Inbox {
  private final TaskService tasks;
  private final TaskReader reader;
  private final PlanDecisions plans;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;
  private final EngineIdentity identity;

  EngineInbox(
      TaskService tasks,
      TaskReader reader,
      PlanDecisions plans,
      Journal journal,
      TransactionTemplate transaction,
      EngineIdentity identity) {
    this.tasks = tasks;
    this.reader = reader;
    this.plans = plans;
    this.journal = journal;
    this.transaction = transaction;
    this.snapshot = snapshot(transaction);
    this.identity = identity;
  }

  /**
   * A task and what belongs to it are read as of one moment, since it may be decided meanwhile. H2
   * has one moment for all tables only at this level, where a reader holds up nobody.
   */
  private static TransactionTemplate snapshot(TransactionTemplate transaction) {
    TransactionTemplate snapshot = new TransactionTemplate(transaction.getTransactionManager());
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    snapshot.setReadOnly(true);
    return snapshot;
  }

  @Override
  public List<InboxTask> list(Person person) {
    return snapshot.execute(
        status ->
            tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().stream()
                .map(reader::read)
                .toList());
  }

  @Override
  public Optional<InboxTask> find(TaskId id, Person person) {
    return snapshot.execute(status -> findTask(id).map(reader::read));
  }

  @Override
  public Verdict claim(TaskId id, Person person) {
    return with(
        id,
        task -> {
          if (!reader.admits(task, person)) {
            return notACandidate(task);
          }
          if (task.getAssignee() != null && !task.getAssignee().equals(person.name())) {
            return Verdict.refused(Why.STALE, task.getAssignee() + " has claimed this task.");
          }
          identity.as(person, () -> tasks.claim(id.value(), person.name()));
          return Verdict.taken();
        });
  }

  @Override
  public Verdict release(TaskId id, Person person) {
    return with(
        id,
        task -> {
          if (!person.name().equals(task.getAssignee()) && !person.isIn(Person.ADMIN)) {
            return Verdict.refused(Why.NOT_ALLOWED, "Only who has claimed a task can release it.");
          }
          identity.as(person, () -> tasks.setAssignee(id.value(), null));
          return Verdict.taken();
        });
  }

  @Override
  public Verdict approve(TaskId id, Person person, String digest, String comment) {
    return decision(
        id, person, Names.APPROVE_PLAN, task -> plans.approve(task, person, digest, comment));
  }

  @Override
  public Verdict reject(TaskId id, Person person, String digest, String reason) {
    if (reason.isBlank()) {
      return Verdict.refused(Why.INCOMPLETE, "Say why you reject the plan.");
    }
    return decision(
        id, person, Names.APPROVE_PLAN, task -> plans.reject(task, person, digest, reason));
  }

  @Override
  public Verdict sendBack(TaskId id, Person person, String digest, String wish) {
    if (wish.isBlank()) {
      return Verdict.refused(Why.INCOMPLETE, "Say what is to be changed.");
    }
    return decision(
        id, person, Names.APPROVE_PLAN, task -> plans.sendBack(task, person, digest, wish));
  }

  @Override
  public Verdict decide(TaskId id, Person person, Choice choice, String comment) {
    return decision(
        id,
        person,
        Names.DECIDE_TROUBLE,
        task -> {
          Choices choices = new Choices(tasks.getVariables(id.value()));
          if (!choices.possible().contains(choice)) {
            return Verdict.refused(
                Why.INCOMPLETE, "'" + choice.label() + "' is not possible for this step.");
          }
          if (!Choices.mayChoose(choice, person)) {
            return Verdict.refused(
                Why.NOT_ALLOWED,
                "'"
                    + choice.label()
                    + "' costs downtime that nobody has approved; an approver or admin may choose it.");
          }
          journal.record(
              new RunId((String) tasks.getVariable(task.getId(), Names.RUN_ID)),
              new StepId((String) tasks.getVariable(task.getId(), Names.STEP_ID)),
              person.name(),
              EventKind.STEP_DECIDED,
              "Decided: "
                  + choice.label()
                  + (comment.isBlank() ? "." : " (" + comment.strip() + ")."));
          identity.as(
              person, () -> tasks.complete(task.getId(), choices.variables(choice, person.name())));
          return Verdict.taken();
        });
  }

  /**
   * A decision on a task of this kind, by somebody who may decide, and whom no one else's claim
   * keeps out.
   */
  private Verdict decision(TaskId id, Person person, String kind, Function<Task, Verdict> decide) {
    return with(
        id,
        task -> {
          if (!task.getTaskDefinitionKey().equals(kind)) {
            return Verdict.refused(Why.INCOMPLETE, "This task asks for something else.");
          }
          if (!reader.admits(task, person)) {
            return notACandidate(task);
          }
          if (task.getAssignee() != null && !task.getAssignee().equals(person.name())) {
            return Verdict.refused(Why.NOT_ALLOWED, task.getAssignee() + " has claimed this task.");
          }
          return decide.apply(task);
        });
  }

  private Verdict with(TaskId id, Function<Task, Verdict> action) {
    try {
      return transaction.execute(
          status -> findTask(id).map(action).orElseGet(EngineInbox::noSuchTask));
    } catch (OptimisticLockingException | NullValueException changed) {
      return Verdict.refused(
          Why.STALE, "Somebody else acted on this task at the same moment; look again.");
    }
  }

  private static Verdict noSuchTask() {
    return Verdict.refused(
        Why.UNKNOWN, "There is no such task any more; it was decided or has gone.");
  }

  private Verdict notACandidate(Task task) {
    return Verdict.refused(
        Why.NOT_ALLOWED,
        "This task is for group " + String.join(", ", reader.read(task).candidates()) + ".");
  }

  private Optional<Task> findTask(TaskId id) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(id.value()).singleResult());
  }
}
