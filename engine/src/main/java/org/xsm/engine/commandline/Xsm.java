package org.xsm.engine.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import org.xsm.engine.commandline.server.Refused;
import org.xsm.engine.commandline.server.Unreachable;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.ProblemText;
import org.xsm.engine.commandline.verb.Verb;
import org.xsm.engine.commandline.verb.Verbs;
import org.xsm.engine.commandline.verb.WrongFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code xsm plan site.xml}: the command line, by which people and scripts use a manager. */
@Command(
    name = "xsm",
    description = "Speaks with a manager of Xen sites: plans, submits, approves, watches.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    versionProvider = Release.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Xsm implements Verb {
  private final Console console;

  private Xsm(Console console) {
    this.console = console;
  }

  public static void main(String... words) {
    System.exit(run(Console.ofThisProcess(), words));
  }

  /** Does what the words say; answers the exit code. */
  public static int run(Console console, String... words) {
    return commandLine(console).execute(words);
  }

  /** All that can be said, and how it is answered. */
  static CommandLine commandLine(Console console) {
    Xsm xsm = new Xsm(console);
    CommandLine line = new CommandLine(xsm);
    Verbs.all(console).forEach(line::addSubcommand);
    line.addSubcommand(new HelpCommand());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console)));
    line.setOut(new java.io.PrintWriter(console.out().stream(), true));
    line.setErr(new java.io.PrintWriter(console.err().stream(), true));
    line.setExecutionExceptionHandler((wrong, command, said) -> xsm.ended(wrong, said).number());
    ExitCodes.describe(line.getCommandSpec());
    return line;
  }

  private static CommandLine.Help.Ansi ansi(Console console) {
    return console.screen().hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public ExitCode carryOut() {
    commandLine(console).usage(console.err().stream());
    return ExitCode.USAGE;
  }

  /** What is not one of ours goes on as it is: it is a fault of the program. */
  private ExitCode ended(Exception wrong, ParseResult said) throws Exception {
    if (wrong instanceof WrongFile file) {
      return problems(file, said);
    }
    if (wrong instanceof Refused refused) {
      tellPrograms(refused.document(), said);
      return say(refused.ending());
    }
    if (wrong instanceof Unreachable away) {
      return say(away.ending());
    }
    if (wrong instanceof Ending ending) {
      return say(ending);
    }
    throw wrong;
  }

  private ExitCode say(Ending ending) {
    console.warn(ending.getMessage());
    return ending.code();
  }

  private ExitCode problems(WrongFile file, ParseResult said) {
    new ProblemText(console.err().screen())
        .lines(file.file(), file.document().path("problems"))
        .forEach(console::warn);
    tellPrograms(file.document(), said);
    return ExitCode.PROBLEMS;
  }

  private void tellPrograms(JsonNode document, ParseResult said) {
    ParseResult command = said;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    if (command.hasMatchedOption("--json")) {
      console.say(JsonText.page(document));
    }
  }
}
