package org.xsm.workflows.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.xsm.workflows.site.Problem;

/**
 * A file that was refused, for the people who look for it on the pages.
 *
 * @param id names the refusal
 * @param fileName name of the file as it was dropped or sent
 * @param submittedBy a person's name, or {@code file:OWNER} for a dropped file
 */
public record Refusal(
    String id, String fileName, String submittedBy, Instant at, List<Problem> problems) {
  public Refusal {
    Objects.requireNonNull(id);
    Objects.requireNonNull(fileName);
    Objects.requireNonNull(submittedBy);
    Objects.requireNonNull(at);
    problems = List.copyOf(problems);
  }
}
