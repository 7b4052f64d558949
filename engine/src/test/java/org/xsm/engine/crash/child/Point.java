package org.xsm.engine.crash.child;

import java.util.Locale;

/** When in the course of an action the manager is killed. */
public enum Point {
  /** Before the effect: the manager has taken the task and has asked nobody yet. */
  TAKEN,
  /** Before the effect: the host's tool was called and has done nothing yet. */
  HEARD,
  /** After the effect, before its bookkeeping: the host's tool has done it and not answered. */
  ACTED,
  /** After the effect, before its bookkeeping: all is written, and nothing is committed. */
  WRITTEN,
  /** After the commit. */
  COMMITTED;

  /** The word in the files between parent and child: {@code committed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
