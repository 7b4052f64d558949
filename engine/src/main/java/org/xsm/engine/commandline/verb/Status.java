package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.xsm.engine.commandline.server.Refused;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.Overview;
import org.xsm.engine.commandline.text.RunText;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code xsm status}: where runs stand. */
@Command(
    name = "status",
    description = {
      "Show where runs stand: the newest ones, those of a set, or one with its steps.",
      "What a run's exit code would be, xsm watch RUN --timeout 0s tells."
    })
final class Status implements Verb {
  private static final int NOT_FOUND = 404;

  private final Console console;

  @Mixin private ServerOptions server;

  @Parameters(
      paramLabel = "RUN|SET",
      arity = "0..1",
      description = "The id of a run, or the name of a set.")
  private Optional<String> subject = Optional.empty();

  Status(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    XsmServer manager = server.connect(console, Person.OPERATOR);
    Optional<JsonNode> run = subject.flatMap(id -> findRun(manager, id));
    if (run.isPresent()) {
      print(run.get(), new RunText(console.screen()).lines(run.get()));
    } else {
      JsonNode runs =
          manager.get("api/runs" + subject.map(set -> "?set=" + XsmServer.segment(set)).orElse(""));
      if (subject.isPresent() && runs.isEmpty()) {
        throw new Ending(
            ExitCode.ERROR,
            "There is no run, and no set with a run, '" + Printable.of(subject.get()) + "'.");
      }
      print(runs, Overview.runs(runs));
    }
    return ExitCode.DONE;
  }

  private static Optional<JsonNode> findRun(XsmServer manager, String id) {
    try {
      return Optional.of(manager.get("api/runs/" + XsmServer.segment(id)));
    } catch (Refused refused) {
      if (refused.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private void print(JsonNode answer, List<String> lines) {
    if (server.json()) {
      console.say(JsonText.page(answer));
    } else {
      lines.forEach(console::say);
    }
  }
}
