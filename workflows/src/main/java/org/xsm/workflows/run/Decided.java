package org.xsm.workflows.run;

import java.util.Objects;

/**
 * Something that a person has decided.
 *
 * @param entry of the run's journal: who decided what, and when
 */
public record Decided(RunSummary run, JournalEntry entry) {
  public Decided {
    Objects.requireNonNull(run);
    Objects.requireNonNull(entry);
  }
}
