package org.xsm.engine.commandline.verb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xsm export}: the running site, or what a run was given and has written. */
@Command(
    name = "export",
    description = {
      "Write the running site as a site file, which can be submitted again.",
      "Or the file of a run as it was submitted, or a run with its journal for xsm verify."
    })
final class Export implements Verb {
  private final Console console;

  @Mixin private ServerOptions server;

  @Option(names = "--run", paramLabel = "RUN", description = "The file of this run.")
  private Optional<String> run = Optional.empty();

  @Option(names = "--journal", description = "With --run: the run with its journal, as JSON.")
  private boolean wantsJournal;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; else the standard output.")
  private Optional<Path> output = Optional.empty();

  Export(Console console) {
    this.console = console;
  }

  @Override
  public ExitCode carryOut() {
    if (wantsJournal && run.isEmpty()) {
      throw new Ending(ExitCode.USAGE, "Whose journal? Name the run: --run RUN.");
    }
    byte[] content = content(server.connect(console, Person.OPERATOR));
    if (output.isPresent()) {
      write(content, output.get());
    } else {
      print(content);
    }
    return ExitCode.DONE;
  }

  private byte[] content(XsmServer manager) {
    if (run.isEmpty()) {
      return server.json() ? json(manager, "api/site") : manager.file("api/site.xml");
    }
    String path = "api/runs/" + XsmServer.segment(run.get());
    return wantsJournal || server.json() ? json(manager, path) : manager.file(path + "/site.xml");
  }

  private static byte[] json(XsmServer manager, String path) {
    return (JsonText.page(manager.get(path)) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static void write(byte[] content, Path file) {
    try {
      Files.write(file, content);
    } catch (IOException unwritable) {
      throw new Ending(ExitCode.ERROR, file + " cannot be written: " + unwritable.getMessage());
    }
  }

  /** To a file or a program as it is; to a terminal without what it would obey. */
  private void print(byte[] content) {
    if (console.screen().isTerminalOfAPerson()) {
      new String(content, StandardCharsets.UTF_8)
          .lines()
          .map(line -> Printable.of(line.replace("\t", "    "), Integer.MAX_VALUE))
          .forEach(console::say);
    } else {
      console.out().stream().write(content, 0, content.length);
      console.out().stream().flush();
    }
  }
}
