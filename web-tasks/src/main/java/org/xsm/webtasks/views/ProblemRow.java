package org.xsm.webtasks.views;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xsm.workflows.site.Problem;

/**
 * A problem of a site file beside the line that it stands in.
 *
 * @param source the line's text; empty where no line is named
 */
public record ProblemRow(Problem problem, String source) {
  private static final int LONGEST = 160;

  public static List<ProblemRow> of(List<Problem> problems, byte[] file) {
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    return problems.stream().map(problem -> new ProblemRow(problem, line(problem, lines))).toList();
  }

  private static String line(Problem problem, List<String> lines) {
    if (problem.line() < 1 || problem.line() > lines.size()) {
      return "";
    }
    String line = lines.get(problem.line() - 1).strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
