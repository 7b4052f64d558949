package org.xsm.engine.commandline.verb;

import java.util.concurrent.Callable;
import org.xsm.engine.commandline.terminal.ExitCode;

/** A command, as the command line starts it. */
public interface Verb extends Callable<Integer> {
  /** Does it; says how it has ended. */
  ExitCode carryOut();

  @Override
  default Integer call() {
    return carryOut().number();
  }
}
