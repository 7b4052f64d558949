package org.xsm.workflows.observation;

import java.util.Locale;

/** What a domain is doing, as a toolstack lists it. */
public enum DomainState {
  /** Running, blocked (idle), or runnable and waiting for a processor. */
  RUNNING,
  PAUSED,
  /**
   * Has shut itself down and is kept by {@code on_poweroff="preserve"}; holds its memory and its
   * name.
   */
  SHUT_DOWN,
  CRASHED,
  /** Is being taken apart. */
  DYING;

  /** The word that pages and the API use: {@code running}, {@code shut-down}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
