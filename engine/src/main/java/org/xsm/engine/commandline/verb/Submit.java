package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.Word;
import org.xsm.workflows.run.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xsm submit FILE}: begins a run. */
@Command(
    name = "submit",
    description = {
      "Send a site file, and print the id of its run.",
      "The run observes the hosts, makes a plan, and waits until it is approved."
    })
final class Submit implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;
  @Mixin private TimeLimit limit;

  @Parameters(paramLabel = "FILE", description = "A site file; - reads the standard input.")
  private String file;

  @Option(names = "--watch", description = "Watch the run until it ends; see xsm watch.")
  private boolean watches;

  Submit(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    XsmServer manager = server.connect(console, Person.OPERATOR);
    JsonNode begun = new SiteFile(file, console.in()).sendTo(manager, "api/site");
    console.say(server.json() ? JsonText.line(begun) : Word.of(begun, "run"));
    return watches
        ? server.watching(manager, console).watch(begun.path("run").asText(), limit.find())
        : ExitCode.DONE;
  }
}
