package org.xsm.engine.commandline.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.xsm.engine.commandline.server.RunNews;
import org.xsm.engine.commandline.server.Unreachable;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.JsonText;
import org.xsm.engine.commandline.text.RunText;
import org.xsm.engine.commandline.text.Word;

/** Follows a run to its end, also over a restart of the manager. */
public final class Watching {
  /** A manager is back within a minute; who waits in vain this long should know. */
  private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(5);

  private final XsmServer server;
  private final Clock clock;
  private final View view;
  private Optional<Instant> awaySince = Optional.empty();

  private Watching(XsmServer server, Clock clock, View view) {
    this.server = server;
    this.clock = clock;
    this.view = view;
  }

  /** For people: drawn in place on a terminal, else line by line. */
  public static Watching forPeople(XsmServer server, Console console) {
    RunText text = new RunText(console.screen());
    View view =
        console.screen().isTerminalOfAPerson()
            ? new LiveView(console)
            : new LineView(console, text::entry, text::headline);
    return new Watching(server, Clock.systemUTC(), view);
  }

  /** For programs: each journal entry as a line of JSON, and at last the run, in one line, too. */
  public static Watching forPrograms(XsmServer server, Console console) {
    View view = new LineView(console, JsonText::line, JsonText::line);
    return new Watching(server, Clock.systemUTC(), view);
  }

  /**
   * Watches until the run has ended, or the time is over.
   *
   * @param longest empty for as long as it takes
   */
  public ExitCode watch(String run, Optional<Duration> longest) {
    Optional<Instant> end = longest.map(clock.instant()::plus);
    String path = "api/runs/" + XsmServer.segment(run);
    JsonNode seen = server.get(path);
    try (RunNews news = server.news(run)) {
      view.show(seen);
      while (!RunEnd.isReached(seen) && !isOver(end)) {
        news.await(untilOver(end));
        seen = look(path, seen);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Ending(ExitCode.ERROR, "Stopped.");
    }
    view.end(seen);
    return RunEnd.isReached(seen) ? RunEnd.code(seen) : waiting(run);
  }

  private JsonNode look(String path, JsonNode before) {
    try {
      JsonNode seen = server.get(path);
      view.show(seen);
      awaySince = Optional.empty();
      return seen;
    } catch (Unreachable away) {
      Instant since = awaySince.orElseGet(clock::instant);
      if (clock.instant().isAfter(since.plus(LONGEST_ABSENCE))) {
        throw away.ending();
      }
      if (awaySince.isEmpty()) {
        view.note(away.ending().getMessage() + " Waiting for it.");
      }
      awaySince = Optional.of(since);
      return before;
    }
  }

  private boolean isOver(Optional<Instant> end) {
    return end.isPresent() && !clock.instant().isBefore(end.get());
  }

  private Duration untilOver(Optional<Instant> end) {
    return end.map(last -> Duration.between(clock.instant(), last)).orElse(LONGEST_ABSENCE);
  }

  private ExitCode waiting(String run) {
    boolean asked =
        Word.each(server.get("api/tasks")).stream()
            .anyMatch(task -> task.path("run").asText().equals(run));
    return asked ? ExitCode.WAITS : ExitCode.AT_WORK;
  }
}
