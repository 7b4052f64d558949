package org.xsm.workflows.command;

import java.time.Duration;
import java.util.Objects;

/**
 * The three things that a connector may answer. Anything else is our own fault, and an exception.
 */
public sealed interface Outcome {
  /**
   * The command's end is reached, by us or before us.
   *
   * @param receipt what was done or found, in one line for the journal
   */
  record Done(String receipt) implements Outcome {
    public Done {
      Objects.requireNonNull(receipt);
    }
  }

  /**
   * It is under way; ask again with the same command after this time.
   *
   * @param progress what is being waited for, in one line
   */
  record InProgress(Duration checkAfter, String progress) implements Outcome {
    public InProgress {
      Objects.requireNonNull(checkAfter);
      Objects.requireNonNull(progress);
    }
  }

  /**
   * The world says no, or does not answer.
   *
   * @param text what happened, to what, with the tool's own words
   */
  record Trouble(TroubleKind kind, String text) implements Outcome {
    public Trouble {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(text);
    }
  }
}
