package org.xsm.engine.commandline.verb;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.workflows.site.Printable;
import picocli.CommandLine.Option;

/** How long a command watches. */
final class TimeLimit {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smhd])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s",
          ChronoUnit.SECONDS,
          "m",
          ChronoUnit.MINUTES,
          "h",
          ChronoUnit.HOURS,
          "d",
          ChronoUnit.DAYS);

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "Watch no longer than this, such as 90s, 10m or 2h; ends with 7 when a person must"
              + " approve or decide, with 8 when the run is still at work.")
  private Optional<String> time = Optional.empty();

  /** The time that was given. */
  Optional<Duration> find() {
    return time.map(TimeLimit::parse);
  }

  static Duration parse(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new Ending(
          ExitCode.USAGE,
          "'" + Printable.of(text) + "' is no time. Write it like 90s, 10m, 2h or 1d.");
    }
    return Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2)));
  }
}
