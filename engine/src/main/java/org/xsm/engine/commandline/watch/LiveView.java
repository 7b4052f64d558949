package org.xsm.engine.commandline.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Terminal;
import org.xsm.engine.commandline.text.RunText;
import org.xsm.engine.commandline.text.Word;

/** The run as it stands, drawn over itself on a terminal (ECMA-48: CPL, ED, and DECAWM). */
final class LiveView implements View {
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";
  private static final String BACK = "\u001b[%dF";
  private static final String CLEAR = "\u001b[J";
  private static final List<String> OF_INTEREST = List.of("trouble", "running", "ready");

  private final Console console;
  private final RunText text;
  private int drawn;

  LiveView(Console console) {
    this.console = console;
    this.text = new RunText(console.screen());
  }

  @Override
  public void show(JsonNode run) {
    draw(picture(run, console.terminal().window()));
  }

  /** At most as many lines as the window has, since what has scrolled away cannot be redrawn. */
  List<String> picture(JsonNode run, Terminal.Window window) {
    List<String> lines = new ArrayList<>();
    lines.add(text.headline(run));
    List<JsonNode> steps = ofInterest(run);
    int room = window.rows() - 4;
    steps.stream().limit(room).map(text::step).forEach(lines::add);
    if (steps.size() > room) {
      lines.add("  … and " + (steps.size() - room) + " more");
    }
    List<JsonNode> journal = Word.each(run.path("journal"));
    if (!journal.isEmpty()) {
      lines.add(text.entry(journal.get(journal.size() - 1)));
    }
    return lines;
  }

  private static List<JsonNode> ofInterest(JsonNode run) {
    List<JsonNode> steps = Word.each(run.path("plan").path("steps"));
    return OF_INTEREST.stream()
        .flatMap(state -> steps.stream().filter(step -> Word.of(step, "state").equals(state)))
        .toList();
  }

  private void draw(List<String> lines) {
    StringBuilder all = new StringBuilder();
    if (drawn > 0) {
      all.append(BACK.formatted(drawn));
    }
    all.append(CLEAR).append(NO_WRAP);
    lines.forEach(line -> all.append(line).append(System.lineSeparator()));
    console.out().stream().print(all.append(WRAP));
    console.out().stream().flush();
    drawn = lines.size();
  }

  @Override
  public void note(String note) {
    draw(List.of(note));
  }

  @Override
  public void end(JsonNode run) {
    draw(text.lines(run));
  }
}
