package org.xsm.workflows.run;

import java.util.Locale;

/** Where a step stands. */
public enum StepState {
  /** Waits for other steps. */
  WAITING,
  /** Could start, and waits for a limit. */
  READY,
  RUNNING,
  /** Something went wrong; it is being tried again, or a person is asked. */
  TROUBLE,
  DONE,
  /** Was left out, by a person or because the run was cancelled. */
  SKIPPED,
  /** Was given up. */
  FAILED;

  /** The word in the API and on pages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with this label, which is one of ours. */
  public static StepState parse(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing more will happen to the step. */
  public boolean isFinal() {
    return compareTo(TROUBLE) > 0;
  }
}
