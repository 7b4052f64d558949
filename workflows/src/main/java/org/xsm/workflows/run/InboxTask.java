package org.xsm.workflows.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A task that waits for a person.
 *
 * @param digest the digest of the plan that is to be approved; empty for other kinds
 * @param step the step that is in trouble, for {@link TaskKind#DECIDE_TROUBLE}
 * @param title what is asked, in one line
 * @param evidence why it is asked: the policy's verdict, or what happened
 * @param candidates groups whose members may do it
 * @param assignee who has claimed it
 * @param choices what may be chosen, for {@link TaskKind#DECIDE_TROUBLE}
 */
public record InboxTask(
    TaskId id,
    TaskKind kind,
    RunId run,
    Optional<String> digest,
    Optional<String> step,
    String title,
    String evidence,
    List<String> candidates,
    Optional<String> assignee,
    Instant created,
    Optional<Instant> due,
    List<Choice> choices) {
  public InboxTask {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(run);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(step);
    Objects.requireNonNull(title);
    Objects.requireNonNull(evidence);
    candidates = List.copyOf(candidates);
    Objects.requireNonNull(assignee);
    Objects.requireNonNull(created);
    Objects.requireNonNull(due);
    choices = List.copyOf(choices);
  }
}
