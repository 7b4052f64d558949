package org.xsm.workflows.run;

import java.util.List;
import java.util.Optional;

/** The tasks that wait for people. All rules are kept here, whoever calls: page, API or script. */
public interface Inbox {
  /** The tasks that this person may see, oldest first. */
  List<InboxTask> list(Person person);

  Optional<InboxTask> find(TaskId id, Person person);

  Verdict claim(TaskId id, Person person);

  Verdict release(TaskId id, Person person);

  /**
   * Approves a plan.
   *
   * @param digest of the plan that the person saw; another one is refused as stale
   */
  Verdict approve(TaskId id, Person person, String digest, String comment);

  /**
   * Rejects a plan.
   *
   * @param reason required
   */
  Verdict reject(TaskId id, Person person, String digest, String reason);

  /**
   * Rejects a plan, and asks whoever submitted it to change the file.
   *
   * @param wish what is to be changed; required
   */
  Verdict sendBack(TaskId id, Person person, String digest, String wish);

  /** Says how a step in trouble goes on. */
  Verdict decide(TaskId id, Person person, Choice choice, String comment);
}
