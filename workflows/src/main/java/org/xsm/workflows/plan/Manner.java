package org.xsm.workflows.plan;

import java.util.Locale;

/** How a step goes about its change. */
public enum Manner {
  /** The way that is the only one: a create or a retire. */
  PLAIN,
  /** While the guest runs: VCPUs or memory are set, or the guest is migrated. */
  LIVE,
  /** The guest is shut down and started again on the same host. */
  RESTART,
  /** The guest is shut down, moved and started on the other host. */
  COLD,
  /**
   * The guest is started on the other host after a person has confirmed that the host which it
   * leaves, and which does not answer, is off.
   */
  FENCED,
  /** A domain that somebody else made is taken over as it runs. */
  ADOPT;

  /** The word in the API and on pages: {@code live}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
