package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunSummary;

/** A run as programs read it: a line of the list, or, with plan and journal, the whole. */
@Schema(name = "Run", description = "One site file on its way to the hosts.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunJson(
    String id,
    @Schema(description = "Names of the sets in the file, joined by a comma.") String set,
    @Schema(
            description = "Where the run stands.",
            allowableValues = {
              "received",
              "planned",
              "awaiting-approval",
              "applying",
              "applied",
              "applied-with-skips",
              "unchanged",
              "rejected",
              "expired",
              "superseded",
              "cancelled",
              "failed"
            })
        String state,
    @Schema(description = "A person's name, or file:OWNER for a dropped file.") String submittedBy,
    @Schema(description = "ISO 8601, UTC.") Instant submittedAt,
    String fileName,
    @Schema(description = "As soon as there is one; not in lists.") PlanJson plan,
    @Schema(description = "Everything that happened, oldest first; not in lists.")
        List<EntryJson> journal) {

  static RunJson of(RunSummary run) {
    return of(run, null, null);
  }

  static RunJson of(Run run) {
    return of(
        run.summary(),
        run.plan().map(plan -> PlanJson.of(plan, run)).orElse(null),
        run.journal().stream().map(EntryJson::of).toList());
  }

  private static RunJson of(RunSummary run, PlanJson plan, List<EntryJson> journal) {
    return new RunJson(
        run.id().value(),
        run.sets(),
        run.state().label(),
        run.submittedBy(),
        run.submittedAt(),
        run.fileName(),
        plan,
        journal);
  }

  /** A journal entry as programs read it. */
  @Schema(name = "JournalEntry", description = "One thing that happened in a run.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EntryJson(
      @Schema(description = "Counts from 1, without gaps.") long number,
      Instant at,
      @Schema(description = "A person's name, or xsm.") String actor,
      @Schema(example = "step-started") String kind,
      @Schema(example = "create-vm:vm1") String step,
      String text,
      @Schema(
              description =
                  "SHA-256 that seals this entry and, by the one before, all earlier ones.")
          String hash) {
    private static EntryJson of(JournalEntry entry) {
      return new EntryJson(
          entry.number(),
          entry.at(),
          entry.actor(),
          entry.kind().label(),
          entry.step().map(StepId::value).orElse(null),
          entry.text(),
          entry.hash());
    }
  }
}
