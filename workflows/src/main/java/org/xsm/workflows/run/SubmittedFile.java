package org.xsm.workflows.run;

import java.util.Objects;

/**
 * A site file on its way in.
 *
 * @param claim names this one drop: submitting the same claim again (after a crash) gives the same
 *     run
 * @param name the file's name, as the person gave it
 * @param submittedBy a person's name, or {@code file:OWNER} for a dropped file
 */
public record SubmittedFile(String claim, String name, byte[] content, String submittedBy) {
  public SubmittedFile {
    Objects.requireNonNull(claim);
    Objects.requireNonNull(name);
    Objects.requireNonNull(content);
    Objects.requireNonNull(submittedBy);
  }
}
