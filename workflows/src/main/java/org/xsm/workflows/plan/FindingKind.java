package org.xsm.workflows.plan;

import java.util.Locale;

/** What kind of thing the approver must know beside the steps. */
public enum FindingKind {
  /** A domain that we did not create bears a wanted name. Nothing is done to either. */
  NAME_CONFLICT,
  /** The host does not answer: its VMs are neither retired nor created again. */
  UNKNOWN_HOST,
  /** The host has not enough memory for what is wanted on it. */
  NO_MEMORY,
  /** The VM's template is missing, or is not a guest config. */
  BAD_TEMPLATE,
  /** The VM differs from what is wanted in a way that this version cannot change. */
  NOT_SUPPORTED,
  /** Our VM is on its host, but not running as it should, or is there twice. */
  ODD_STATE,
  /** The file would retire much of the site; a person is asked whatever the policy. */
  MASS_CHANGE;

  /** The word in the API and on pages: {@code name-conflict}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
