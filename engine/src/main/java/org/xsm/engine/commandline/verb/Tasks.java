package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.Overview;
import org.xsm.workflows.run.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code xsm tasks}: what waits for a person. */
@Command(name = "tasks", description = "List what waits for a person.")
final class Tasks implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;

  Tasks(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    JsonNode tasks = server.connect(console, Person.APPROVER).get("api/tasks");
    if (server.json()) {
      console.say(JsonText.page(tasks));
    } else {
      Overview.tasks(tasks).forEach(console::say);
    }
    return ExitCode.DONE;
  }
}
