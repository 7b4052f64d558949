package org.xsm.connectors.bootserver;

import java.util.Objects;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;

/**
 * The boot server, a controller or a machine says no, or does not answer. Becomes an {@link
 * Outcome.Trouble}, and never leaves this column.
 */
public final class MachineTrouble extends Exception {
  private final TroubleKind kind;

  /**
   * @param text what happened and what to do, in one line
   */
  public MachineTrouble(TroubleKind kind, String text) {
    super(text);
    this.kind = Objects.requireNonNull(kind);
  }

  public TroubleKind kind() {
    return kind;
  }
}
