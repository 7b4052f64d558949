package org.xsm.engine.commandline.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xsm.engine.commandline.terminal.Ink;
import org.xsm.engine.commandline.terminal.Screen;

/** A run as a person reads it: where it stands, its steps, and what happened last. */
public final class RunText {
  private static final int NEWEST = 5;
  private static final List<String> GOOD = List.of("applied", "unchanged", "done");
  private static final List<String> BAD = List.of("failed", "rejected", "expired", "trouble");

  private final Screen screen;

  public RunText(Screen screen) {
    this.screen = screen;
  }

  /**
   * @param run as the API gives it
   */
  public List<String> lines(JsonNode run) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(run));
    lines.add(
        "Submitted "
            + Overview.moment(Word.of(run, "submittedAt"))
            + " by "
            + Word.of(run, "submittedBy")
            + ", file "
            + Word.of(run, "fileName"));
    run.path("plan").path("steps").forEach(step -> lines.add(step(step)));
    List<JsonNode> journal = Word.each(run.path("journal"));
    journal.subList(Math.max(0, journal.size() - NEWEST), journal.size()).stream()
        .map(this::entry)
        .forEach(lines::add);
    return lines;
  }

  /** Where the run stands: {@code Run … of My_site: applying, 2 of 4 steps done, 1 running}. */
  public String headline(JsonNode run) {
    String counts = counts(run.path("plan").path("steps"));
    return "Run "
        + Word.of(run, "id")
        + " of "
        + screen.paint(Ink.BOLD, Word.of(run, "set"))
        + ": "
        + state(Word.of(run, "state"))
        + (counts.isEmpty() ? "" : ", " + counts);
  }

  /** A step, and where it stands. */
  public String step(JsonNode step) {
    String limit = Word.of(step, "limit");
    return "  "
        + Deed.of(Word.of(step, "kind")).sign(screen)
        + " "
        + Word.of(step, "id")
        + "  "
        + Word.of(step, "host")
        + "  "
        + state(Word.of(step, "state"))
        + (limit.isEmpty() ? "" : " (waits for " + limit + ")");
  }

  /** Something that has happened, as one line. */
  public String entry(JsonNode entry) {
    String step = Word.of(entry, "step");
    return screen.paint(Ink.FAINT, Overview.moment(Word.of(entry, "at")))
        + "  "
        + Word.of(entry, "kind")
        + "  "
        + (step.isEmpty() ? "" : step + ": ")
        + Word.of(entry, "text")
        + by(Word.of(entry, "actor"));
  }

  private static String by(String actor) {
    return actor.equals("xsm") ? "" : " (" + actor + ")";
  }

  private String state(String state) {
    return screen.paint(
        GOOD.contains(state) ? Ink.GREEN : BAD.contains(state) ? Ink.RED : Ink.YELLOW, state);
  }

  private static String counts(JsonNode steps) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("done", 0);
    steps.forEach(step -> counts.merge(Word.of(step, "state"), 1, Integer::sum));
    int done = counts.remove("done");
    String others =
        counts.entrySet().stream()
            .map(each -> ", " + each.getValue() + " " + each.getKey())
            .collect(Collectors.joining());
    return steps.isEmpty() ? "" : done + " of " + steps.size() + " steps done" + others;
  }
}
