package org.xsm.workflows.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;

/**
 * One thing that happened in a run.
 *
 * @param number counts from 1 within the run, without gaps
 * @param at to the millisecond
 * @param actor who did it: a person's name, or {@code xsm}
 * @param text what happened, in a sentence
 * @param hash seals this entry and, by the hash of the one before, all earlier ones; see {@link
 *     Chain}
 */
public record JournalEntry(
    long number,
    Instant at,
    String actor,
    EventKind kind,
    Optional<StepId> step,
    String text,
    String hash) {
  /** The manager itself, as the one who did something. */
  public static final String MANAGER = "xsm";

  public JournalEntry {
    Objects.requireNonNull(at);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(step);
    Objects.requireNonNull(text);
    Objects.requireNonNull(hash);
  }

  /** The same entry with this hash. */
  public JournalEntry sealed(String seal) {
    return new JournalEntry(number, at, actor, kind, step, text, seal);
  }
}
