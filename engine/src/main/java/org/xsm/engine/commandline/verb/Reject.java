package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.Word;
import org.xsm.workflows.run.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xsm reject RUN}: rejects a plan, with a reason. */
@Command(name = "reject", description = "Reject the plan of a run; nothing of it is done.")
final class Reject implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN|TASK", description = "The id of a run, or of its task.")
  private String subject;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; whoever has submitted the file reads it.")
  private String reason;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Only the plan of this digest; its first 8 letters or more will do.")
  private Optional<String> digest = Optional.empty();

  Reject(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    PlanTask task = PlanTask.find(server.connect(console, Person.APPROVER), subject);
    digest.ifPresent(task::require);
    JsonNode answer = task.decide("reject", reason);
    console.say(
        server.json() ? JsonText.line(answer) : "Rejected: " + Word.of(task.task(), "title"));
    return ExitCode.DONE;
  }
}
