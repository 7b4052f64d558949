package org.xsm.connectors.xen;

import java.util.Objects;
import org.xsm.connectors.ssh.SshAnswer;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/**
 * A host says no, does not answer, or cannot be understood. Becomes an {@link Outcome.Trouble} or
 * an unknown host, and never leaves this column.
 */
public final class HostTrouble extends Exception {
  private final TroubleKind kind;

  /**
   * @param text what happened and what to do, in one line
   */
  public HostTrouble(TroubleKind kind, String text) {
    super(text);
    this.kind = Objects.requireNonNull(kind);
  }

  /** Names the host where the answer names only what it is reached by. */
  static HostTrouble of(HostAddress host, SshAnswer.Failed failed) {
    return new HostTrouble(failed.kind(), host.naming(failed.text()));
  }

  TroubleKind kind() {
    return kind;
  }
}
