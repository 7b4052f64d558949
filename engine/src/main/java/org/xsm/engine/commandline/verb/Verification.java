package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.evidence.Verify;
import org.xsm.engine.evidence.Verify.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(names = "--json", description = "Print what was found of each file, for programs.")
  private boolean json;

  Verification(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    List<Result> results = files.stream().map(Verify::of).toList();
    if (json) {
      console.say(JsonText.page(new ObjectMapper().valueToTree(results)));
    } else {
      results.forEach(result -> console.say(result.text()));
    }
    return switch (Collections.max(results.stream().map(Result::finding).toList())) {
      case WHOLE -> ExitCode.DONE;
      case CHANGED -> ExitCode.ERROR;
      case UNREADABLE -> ExitCode.UNREADABLE;
    };
  }
}
