package org.xsm.engine.commandline.verb;

import java.util.Locale;
import java.util.Optional;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.PlanText;
import org.xsm.engine.commandline.text.Word;
import org.xsm.workflows.run.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xsm approve RUN}: approves the plan that it shows. */
@Command(
    name = "approve",
    description = {
      "Show the plan of a run, ask, and approve it.",
      "What is approved is the plan that was shown: if there is another by then, nothing is"
          + " approved, and the command ends with 9."
    })
final class Approve implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN|TASK", description = "The id of a run, or of its task.")
  private String subject;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Only the plan of this digest; its first 8 letters or more will do.")
  private Optional<String> digest = Optional.empty();

  @Option(names = "--comment", paramLabel = "TEXT", description = "Stands in the journal.")
  private String comment = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean isSure;

  Approve(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    PlanTask task = PlanTask.find(server.connect(console, Person.APPROVER), subject);
    digest.ifPresent(task::require);
    if (!server.json()) {
      console.say(Word.of(task.task(), "title"));
      new PlanText(console.screen()).lines(task.plan()).forEach(console::say);
      console.say(Word.of(task.task(), "evidence"));
    }
    if (!isSure) {
      ask();
    }
    var answer = task.decide("approve", comment);
    console.say(
        server.json()
            ? JsonText.line(answer)
            : "Approved. To follow it: xsm watch " + Word.of(task.run(), "id"));
    return ExitCode.DONE;
  }

  private void ask() {
    String answer =
        console
            .terminal()
            .ask("Approve this plan? Only 'yes' approves it: ")
            .orElseThrow(
                () ->
                    new Ending(
                        ExitCode.USAGE, "Nobody is here to be asked. Say --yes to approve it."));
    if (!answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
      throw new Ending(ExitCode.ERROR, "Nothing was approved.");
    }
  }
}
