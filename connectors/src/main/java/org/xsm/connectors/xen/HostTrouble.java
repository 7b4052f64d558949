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
    String text = failed.text();
    String named = host.isNamedIn(text) ? text : host + ": " + text;
    return new HostTrouble(kind(failed), named);
  }

  TroubleKind kind() {
    return kind;
  }

  private static TroubleKind kind(SshAnswer.Failed failed) {
    if (failed instanceof SshAnswer.Unreachable) {
      return TroubleKind.UNREACHABLE;
    }
    if (failed instanceof SshAnswer.NotAdmitted) {
      return TroubleKind.NOT_ADMITTED;
    }
    return failed instanceof SshAnswer.TimedOut ? TroubleKind.TIMED_OUT : TroubleKind.INTERRUPTED;
  }
}
