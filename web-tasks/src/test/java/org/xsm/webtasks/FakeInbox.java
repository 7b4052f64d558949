package org.xsm.webtasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.TaskId;
import org.xsm.workflows.run.Verdict;

/** Stands in for the inbox, with its rules: who may, the right digest, a reason to reject. */
final class FakeInbox implements Inbox {
  final Map<TaskId, InboxTask> tasks = new LinkedHashMap<>();
  final List<String> decisions = new ArrayList<>();

  void add(InboxTask task) {
    tasks.put(task.id(), task);
  }

  @Override
  public List<InboxTask> list(Person person) {
    return List.copyOf(tasks.values());
  }

  @Override
  public Optional<InboxTask> find(TaskId id, Person person) {
    return Optional.ofNullable(tasks.get(id));
  }

  @Override
  public Verdict claim(TaskId id, Person person) {
    return judge(id, person)
        .orElseGet(
            () -> {
              tasks.computeIfPresent(
                  id, (same, task) -> assigned(task, Optional.of(person.name())));
              return Verdict.taken();
            });
  }

  @Override
  public Verdict release(TaskId id, Person person) {
    return judge(id, person)
        .orElseGet(
            () -> {
              tasks.computeIfPresent(id, (same, task) -> assigned(task, Optional.empty()));
              return Verdict.taken();
            });
  }

  @Override
  public Verdict approve(TaskId id, Person person, String digest, String comment) {
    return judge(id, person)
        .or(() -> judgeDigest(id, digest))
        .orElseGet(() -> done(id, "approved by " + person.name()));
  }

  @Override
  public Verdict reject(TaskId id, Person person, String digest, String reason) {
    if (reason.isBlank()) {
      return Verdict.refused(Verdict.Why.INCOMPLETE, "A rejection needs a reason.");
    }
    return judge(id, person)
        .or(() -> judgeDigest(id, digest))
        .orElseGet(() -> done(id, "rejected by " + person.name() + ": " + reason));
  }

  @Override
  public Verdict sendBack(TaskId id, Person person, String digest, String wish) {
    if (wish.isBlank()) {
      return Verdict.refused(Verdict.Why.INCOMPLETE, "Say what is to be changed.");
    }
    return judge(id, person)
        .or(() -> judgeDigest(id, digest))
        .orElseGet(() -> done(id, "sent back by " + person.name() + ": " + wish));
  }

  @Override
  public Verdict decide(TaskId id, Person person, Choice choice, String comment) {
    return judge(id, person).orElseGet(() -> done(id, choice.label() + " by " + person.name()));
  }

  private Verdict done(TaskId id, String decision) {
    tasks.remove(id);
    decisions.add(decision);
    return Verdict.taken();
  }

  private Optional<Verdict> judge(TaskId id, Person person) {
    InboxTask task = tasks.get(id);
    if (task == null) {
      return Optional.of(Verdict.refused(Verdict.Why.UNKNOWN, "There is no task " + id + "."));
    }
    boolean may = person.isIn(Person.ADMIN) || task.candidates().stream().anyMatch(person::isIn);
    return may
        ? Optional.empty()
        : Optional.of(Verdict.refused(Verdict.Why.NOT_ALLOWED, "You are not an approver."));
  }

  private Optional<Verdict> judgeDigest(TaskId id, String digest) {
    return tasks.get(id).digest().equals(Optional.of(digest))
        ? Optional.empty()
        : Optional.of(
            Verdict.refused(
                Verdict.Why.STALE, "The plan has changed since you looked. Look at it again."));
  }

  private static InboxTask assigned(InboxTask task, Optional<String> assignee) {
    return new InboxTask(
        task.id(),
        task.kind(),
        task.run(),
        task.digest(),
        task.step(),
        task.title(),
        task.evidence(),
        task.candidates(),
        assignee,
        task.created(),
        task.due(),
        task.choices());
  }
}
