package org.xsm.engine.commandline.verb;

import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.workflows.run.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code xsm watch RUN}: follows a run to its end. */
@Command(
    name = "watch",
    description = {
      "Follow a run until it ends; the exit code says how.",
      "On a terminal, the run is drawn in place; elsewhere each thing that happens is a line. With"
          + " --json, each is a line of JSON, and the last line is the run."
    })
final class Watch implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;
  @Mixin private TimeLimit limit;

  @Parameters(paramLabel = "RUN", description = "The id of a run.")
  private String run;

  Watch(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    XsmServer manager = server.connect(console, Person.OPERATOR);
    return server.watching(manager, console).watch(run, limit.find());
  }
}
