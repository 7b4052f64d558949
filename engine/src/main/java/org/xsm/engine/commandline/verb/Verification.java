package org.xsm.engine.commandline.verb;

import java.util.List;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.evidence.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code xsm verify FILE…}: checks journals, without a manager. */
@Command(
    name = "verify",
    description = {
      "Check journals of runs, without a manager.",
      "Ends with 0 when all are as they were written, with 1 when one was changed, with 2 when one"
          + " cannot be read."
    })
final class Verification implements Verb {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "What xsm export --run RUN --journal has written.")
  private List<String> files;

  Verification(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    return switch (new Verify(console.out().stream()).verify(files)) {
      case WHOLE -> ExitCode.DONE;
      case CHANGED -> ExitCode.ERROR;
      case UNREADABLE -> ExitCode.UNREADABLE;
    };
  }
}
