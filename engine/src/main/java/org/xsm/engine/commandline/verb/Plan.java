package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.PlanText;
import org.xsm.workflows.run.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xsm plan FILE}: what a site file would do now. */
@Command(
    name = "plan",
    description = {
      "Show what a site file would do now; nothing changes.",
      "The hosts are asked, and the plan is made as it would be made for the file if it were"
          + " submitted. A file with problems is answered with all of them, FILE:LINE: first."
    })
final class Plan implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "FILE", description = "A site file; - reads the standard input.")
  private String file;

  @Option(
      names = "--exit-code",
      description = "End with 2 when there is something to do, with 0 when there is nothing.")
  private boolean tellsChanges;

  Plan(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    JsonNode plan =
        new SiteFile(file, console.in())
            .sendTo(server.connect(console, Person.OPERATOR), "api/plan");
    if (server.json()) {
      console.say(JsonText.page(plan));
    } else {
      new PlanText(console.screen()).lines(plan).forEach(console::say);
    }
    return tellsChanges && !plan.path("steps").isEmpty() ? ExitCode.CHANGES : ExitCode.DONE;
  }
}
