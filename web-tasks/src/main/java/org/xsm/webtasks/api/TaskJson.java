package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.InboxTask;

/** A task of the inbox as programs read it. */
@Schema(name = "Task", description = "Something that waits for a person.")
public record TaskJson(
    String id,
    @Schema(allowableValues = {"approve-plan", "decide-trouble"}) String kind,
    @Schema(description = "Id of the run.") String run,
    @Schema(description = "Digest of the plan that is to be approved, else null.") String digest,
    @Schema(description = "The step in trouble, else null.") String step,
    String title,
    @Schema(description = "Why it is asked.") String evidence,
    @Schema(description = "Groups whose members may do it.") List<String> candidates,
    @Schema(description = "Who has claimed it, else null.") String assignee,
    Instant created,
    @Schema(description = "When it expires, else null.") Instant due,
    @Schema(description = "What may be chosen for decide.") List<String> choices) {
  static TaskJson of(InboxTask task) {
    return new TaskJson(
        task.id().value(),
        task.kind().label(),
        task.run().value(),
        task.digest().orElse(null),
        task.step().orElse(null),
        task.title(),
        task.evidence(),
        task.candidates(),
        task.assignee().orElse(null),
        task.created(),
        task.due().orElse(null),
        task.choices().stream().map(Choice::label).toList());
  }
}
