package org.xsm.routes.inbox;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.Problem;

/** The text that stands beside a refused file and tells its author what to do. */
final class ProblemReport {
  private static final int LONGEST_EXCERPT = 120;

  private ProblemReport() {}

  /**
   * @param content the file's, for excerpts; empty where it could not be read
   */
  static String of(FileName name, List<Problem> problems, byte[] content) {
    SourceLines lines = SourceLines.of(content);
    return "'"
        + Printable.of(name.value())
        + "' was refused, and nothing of it was done. "
        + (problems.size() == 1 ? "1 problem:" : problems.size() + " problems:")
        + "\n\n"
        + problems.stream().map(problem -> entry(problem, lines)).collect(joining("\n"))
        + "\nCorrect the file and drop it into the inbox again.\n";
  }

  private static String entry(Problem problem, SourceLines lines) {
    String line = problem.line() > 0 ? "line " + problem.line() + ", " : "";
    String excerpt =
        lines
            .find(problem.line())
            .map(text -> "  | " + Printable.of(text.strip(), LONGEST_EXCERPT) + "\n")
            .orElse("");
    return line
        + problem.where()
        + ": "
        + problem.message()
        + "\n"
        + excerpt
        + "  > "
        + problem.advice()
        + "\n";
  }
}
