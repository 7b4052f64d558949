package org.xsm.workflows.run;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
  RECEIVED,
  PLANNED,
  AWAITING_APPROVAL,
  APPLYING,
  APPLIED,
  APPLIED_WITH_SKIPS,
  UNCHANGED,
  REJECTED,
  EXPIRED,
  SUPERSEDED,
  CANCELLED,
  FAILED;

  /** The word in the API and on pages: {@code awaiting-approval}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state with this label, which is one of ours. */
  public static RunState parse(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether nothing more will happen to the run. */
  public boolean isFinal() {
    return compareTo(APPLYING) > 0;
  }

  /** Whether a newer file may take the run's place. */
  public boolean isBeforeApplying() {
    return compareTo(APPLYING) < 0;
  }
}
