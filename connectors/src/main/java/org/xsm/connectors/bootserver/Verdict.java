package org.xsm.connectors.bootserver;

import java.util.List;
import org.xsm.workflows.site.Printable;

/**
 * What a script on the boot server came to.
 *
 * @param words what it said of itself; the first names what came of it
 * @param text what else it wrote to standard output
 * @param errors what was written to standard error
 */
public record Verdict(List<String> words, String text, String errors) {
  private static final int LONGEST = 300;

  public Verdict {
    words = List.copyOf(words);
  }

  /** The word that names what came of it. */
  public String word() {
    return words.get(0);
  }

  /** The lines that it wrote, without empty ones. */
  public List<String> lines() {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  /** The first line of what went wrong in a tool's own words, fit for a message. */
  public String cause() {
    return errors
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> Printable.of(line.strip(), LONGEST))
        .orElse("it gave no reason");
  }
}
