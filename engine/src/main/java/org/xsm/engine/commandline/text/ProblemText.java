package org.xsm.engine.commandline.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.xsm.engine.commandline.terminal.Ink;
import org.xsm.engine.commandline.terminal.Screen;
import org.xsm.workflows.site.Printable;

/** The problems of a site file in the form of compilers, which editors jump by. */
public final class ProblemText {
  private final Screen screen;

  public ProblemText(Screen screen) {
    this.screen = screen;
  }

  /**
   * @param file as it was named to the command
   * @param problems as the API gives them
   */
  public List<String> lines(String file, JsonNode problems) {
    List<String> lines = new ArrayList<>();
    for (JsonNode problem : problems) {
      lines.add(
          screen.paint(Ink.BOLD, place(file, problem.path("line").asInt()))
              + " "
              + screen.paint(Ink.RED, Word.of(problem, "where") + ":")
              + " "
              + Word.of(problem, "message"));
      lines.add("    " + Word.of(problem, "advice"));
    }
    return lines;
  }

  private static String place(String file, int line) {
    String name = Printable.of(file, 300);
    return line == 0 ? name + ":" : name + ":" + line + ":";
  }
}
