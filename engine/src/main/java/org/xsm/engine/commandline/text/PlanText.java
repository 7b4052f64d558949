package org.xsm.engine.commandline.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xsm.engine.commandline.terminal.Ink;
import org.xsm.engine.commandline.terminal.Screen;

/** A plan as a person reads it: what hurts first, then the rest, findings, and the sum of it. */
public final class PlanText {
  /** What hurts most stands first. */
  private static final List<String> COSTS =
      List.of("data-loss", "downtime", "restart", "live", "none");

  private static final List<String> PAINFUL = COSTS.subList(0, 2);

  private final Screen screen;

  public PlanText(Screen screen) {
    this.screen = screen;
  }

  /**
   * @param plan as the API gives it
   */
  public List<String> lines(JsonNode plan) {
    List<String> lines = new ArrayList<>();
    Word.each(plan.path("steps")).stream()
        .sorted(Comparator.comparingInt(PlanText::rank))
        .forEach(step -> add(step, lines));
    for (JsonNode finding : plan.path("findings")) {
      lines.add(finding(finding));
      lines.add("      " + Word.of(finding, "advice"));
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(sum(plan));
    lines.add("Digest " + Word.of(plan, "digest"));
    return lines;
  }

  private static int rank(JsonNode step) {
    return COSTS.indexOf(Word.of(step, "cost"));
  }

  private void add(JsonNode step, List<String> lines) {
    lines.add(
        "  "
            + Deed.of(Word.of(step, "kind")).sign(screen)
            + " "
            + screen.paint(Ink.BOLD, Word.of(step, "target"))
            + "  "
            + Word.of(step, "kind")
            + "  "
            + place(step)
            + cost(Word.of(step, "cost"))
            + approved(step));
    lines.add("      " + Word.of(step, "reason"));
    List<String> waits = Word.all(step, "waitsFor");
    if (!waits.isEmpty()) {
      lines.add(screen.paint(Ink.FAINT, "      after " + String.join(", ", waits)));
    }
  }

  private String place(JsonNode step) {
    String host = Word.of(step, "host");
    String from = Word.of(step, "from");
    return from.isEmpty() ? "on " + host : from + " " + screen.sign("→", "->") + " " + host;
  }

  private String cost(String cost) {
    return cost.equals("none")
        ? ""
        : "  " + screen.paint(PAINFUL.contains(cost) ? Ink.RED : Ink.YELLOW, cost);
  }

  /** A plan that was made afresh asks only about what is new. */
  private String approved(JsonNode step) {
    return step.path("approved").asBoolean() ? screen.paint(Ink.FAINT, "  approved before") : "";
  }

  private String finding(JsonNode finding) {
    return "  "
        + screen.paint(Ink.RED, "!")
        + " "
        + screen.paint(Ink.BOLD, Word.of(finding, "subject"))
        + "  "
        + Word.of(finding, "kind")
        + ": "
        + Word.of(finding, "message");
  }

  /** In one line: {@code 4 to create, 1 to retire, 1 finding}. */
  String sum(JsonNode plan) {
    Map<Deed, Integer> counts = new EnumMap<>(Deed.class);
    plan.path("steps")
        .forEach(step -> counts.merge(Deed.of(Word.of(step, "kind")), 1, Integer::sum));
    String deeds =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " to " + each.getKey().verb())
            .collect(Collectors.joining(", "));
    int findings = plan.path("findings").size();
    return (deeds.isEmpty() ? findings == 0 ? "Nothing to do" : "No step" : deeds)
        + (findings == 0 ? "." : ", " + findings + (findings == 1 ? " finding." : " findings."));
  }
}
