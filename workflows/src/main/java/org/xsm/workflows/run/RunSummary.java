package org.xsm.workflows.run;

import java.time.Instant;
import java.util.Objects;

/**
 * A run as it stands in a list.
 *
 * @param sets names of the sets in the file, joined by {@code ", "}
 * @param fileName name of the file as it was dropped or sent
 * @param submittedBy a person's name, or {@code file:OWNER} for a dropped file
 */
public record RunSummary(
    RunId id,
    String sets,
    RunState state,
    String fileName,
    String submittedBy,
    Instant submittedAt) {
  public RunSummary {
    Objects.requireNonNull(id);
    Objects.requireNonNull(sets);
    Objects.requireNonNull(state);
    Objects.requireNonNull(fileName);
    Objects.requireNonNull(submittedBy);
    Objects.requireNonNull(submittedAt);
  }
}
