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
  /** What is wanted cannot be done in this way, or is against the rules that are set. */
  NOT_POSSIBLE,
  /** The domain that is to be adopted is not there. */
  NOT_FOUND,
  /** Our VM is on its host, but not running as it should, or is there twice. */
  ODD_STATE,
  /** A machine that is to be deployed answers as a host already, and is used as it is. */
  STRANGE_HOST(false),
  /** That memory suffices can be proved only when a host is there that is still to come. */
  UNPROVED(false),
  /** A VM seems to have got another name, and is therefore retired and created. */
  RENAMED(false),
  /** The file would retire much of the site; a person is asked whatever the policy. */
  MASS_CHANGE(false);

  private final boolean undone;

  FindingKind() {
    this(true);
  }

  FindingKind(boolean undone) {
    this.undone = undone;
  }

  /** Whether something that the file wants is left undone because of it. */
  public boolean leavesSomethingUndone() {
    return undone;
  }

  /** The word in the API and on pages: {@code name-conflict}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
