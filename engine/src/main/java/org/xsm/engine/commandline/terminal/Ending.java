package org.xsm.engine.commandline.terminal;

import java.util.Objects;

/** Ends a command early: with what happened, to what, and what to do, in the message. */
public final class Ending extends RuntimeException {
  private final ExitCode code;

  public Ending(ExitCode code, String message) {
    super(Objects.requireNonNull(message));
    this.code = Objects.requireNonNull(code);
  }

  /** How the command ends. */
  public ExitCode code() {
    return code;
  }
}
