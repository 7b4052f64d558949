package org.xsm.workflows.run;

import java.util.Locale;

/** What a person is asked to do. */
public enum TaskKind {
  APPROVE_PLAN,
  DECIDE_TROUBLE;

  /** The word in the API and on pages: {@code approve-plan}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
