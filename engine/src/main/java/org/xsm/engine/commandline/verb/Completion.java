package org.xsm.engine.commandline.verb;

import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xsm completion}: what makes a shell complete the words of xsm. */
@Command(
    name = "completion",
    description = {
      "Print a script by which bash and zsh complete the words of xsm.",
      "To use it: source <(xsm completion)"
    })
final class Completion implements Verb {
  private final Console console;

  @Spec private CommandSpec spec;

  Completion(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    CommandSpec root = spec.root();
    console.say(AutoComplete.bash(root.name(), root.commandLine()));
    return ExitCode.DONE;
  }
}
