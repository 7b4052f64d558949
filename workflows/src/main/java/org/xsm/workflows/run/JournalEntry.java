package org.xsm.workflows.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;

/**
 * One thing that happened in a run.
 *
 * @param number counts from 1 within the run, without gaps
 * @param actor who did it: a person's name, or {@code xsm}
 * @param text what happened, in a sentence
 */
public record JournalEntry(
    long number, Instant at, String actor, EventKind kind, Optional<StepId> step, String text) {
  /** The manager itself, as the one who did something. */
  public static final String MANAGER = "xsm";

  public JournalEntry {
    Objects.requireNonNull(at);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(step);
    Objects.requireNonNull(text);
  }
}
