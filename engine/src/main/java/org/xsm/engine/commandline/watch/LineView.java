package org.xsm.engine.commandline.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.xsm.engine.commandline.terminal.Console;

/** Each thing that happens as a line: for files, and for programs that read lines. */
final class LineView implements View {
  private final Console console;
  private final Function<JsonNode, String> entryLine;
  private final Function<JsonNode, String> lastLine;
  private long shown;

  /**
   * @param entryLine of a journal entry
   * @param lastLine of the run
   */
  LineView(
      Console console, Function<JsonNode, String> entryLine, Function<JsonNode, String> lastLine) {
    this.console = console;
    this.entryLine = entryLine;
    this.lastLine = lastLine;
  }

  @Override
  public void show(JsonNode run) {
    for (JsonNode entry : run.path("journal")) {
      if (entry.path("number").asLong() > shown) {
        shown = entry.path("number").asLong();
        console.say(entryLine.apply(entry));
      }
    }
    console.requireReader();
  }

  @Override
  public void note(String text) {
    console.warn(text);
  }

  @Override
  public void end(JsonNode run) {
    console.say(lastLine.apply(run));
  }
}
