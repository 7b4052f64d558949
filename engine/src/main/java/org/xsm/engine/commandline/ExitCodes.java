package org.xsm.engine.commandline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.xsm.engine.commandline.terminal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Has the command line answer, and its help describe, our exit codes. */
final class ExitCodes {
  private ExitCodes() {}

  static void describe(CommandSpec command) {
    command
        .exitCodeOnInvalidInput(ExitCode.USAGE.number())
        .exitCodeOnExecutionException(ExitCode.ERROR.number());
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(meanings());
    command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .forEach(
            each ->
                each.exitCodeOnInvalidInput(ExitCode.USAGE.number())
                    .exitCodeOnExecutionException(ExitCode.ERROR.number()));
  }

  /** Those of one number stand in one line. */
  private static Map<String, String> meanings() {
    return Arrays.stream(ExitCode.values())
        .collect(
            Collectors.toMap(
                code -> Integer.toString(code.number()),
                ExitCode::meaning,
                (one, other) -> one + " " + other,
                LinkedHashMap::new));
  }
}
