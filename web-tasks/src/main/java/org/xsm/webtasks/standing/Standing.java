package org.xsm.webtasks.standing;

import java.util.Locale;

/** Whether a wanted VM is there, as far as the hosts have said. */
public enum Standing {
  /** Runs on its host. */
  RUNNING,
  /** Is on its host, but paused, shut down, crashed or dying. */
  NOT_RUNNING,
  /** A domain of its name is on another host only. */
  ELSEWHERE,
  /** Its host answered and has no domain of its name; nor has any other host. */
  MISSING,
  /** Its host has not answered, so nobody knows. */
  UNKNOWN;

  /** The word on pages: {@code not running}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
