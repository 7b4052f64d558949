package org.xsm.workflows.command;

import java.util.Locale;

/** Why the world said no. The rainy-day table decides by it what happens next. */
public enum TroubleKind {
  /** The host does not answer: no route, connection refused, silence. */
  UNREACHABLE,
  /**
   * The host answers, but does not let us in: its key is not the known one, or ours is not
   * accepted.
   */
  NOT_ADMITTED,
  /** The command did not end in its time; whether it had an effect is not known yet. */
  TIMED_OUT,
  /**
   * The command was cut off in the middle (host rebooted, process killed); it may be tried again.
   */
  INTERRUPTED,
  /** Somebody else's domain bears the name, or a file that is not ours. */
  NAME_TAKEN,
  /** The host has not the memory. */
  NO_MEMORY,
  /**
   * The toolstack does not take the guest config, or a file, bridge or disk that it names is
   * missing.
   */
  BAD_CONFIG,
  /** What the step rests on is not as it was when the plan was approved. */
  CHANGED,
  /** A person must first confirm that the host which the VM leaves is off. */
  NOT_CONFIRMED,
  /** The hosts' answers contradict each other: the guest may run twice, or nowhere. */
  UNCLEAR,
  /** Only a person can do it, or see whether it is done: a machine without power control. */
  NEEDS_A_PERSON,
  /** The VM was started and is not running any more. */
  VM_GONE,
  /** Anything else that the toolstack refuses. */
  REFUSED;

  /** The word that tables, pages and the API use: {@code no-memory}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
