package org.xsm.workflows.plan;

import java.util.Locale;

/** What a change costs the people who use the VM. */
public enum Cost {
  /** Nobody notices. */
  NONE,
  /** Changes while the guest runs. */
  LIVE,
  /** The guest is restarted. */
  RESTART,
  /** The guest is away for a while, or for good. */
  DOWNTIME,
  /** Data that cannot be brought back is lost. */
  DATA_LOSS;

  /** The word in the API and on pages: {@code data-loss}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
