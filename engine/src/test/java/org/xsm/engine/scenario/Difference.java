package org.xsm.engine.scenario;

import java.util.ArrayList;
import java.util.List;

/** Shows where two texts differ, line by line, as {@code diff} does. */
final class Difference {
  private final List<String> before;
  private final List<String> after;
  private final int[][] common;

  private Difference(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  /** The lines that only one of them has, {@code -} before and {@code +} after. */
  static String between(List<String> before, List<String> after) {
    return String.join("\n", new Difference(before, after).lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add("- " + (i + 1) + " " + before.get(i++));
      } else {
        lines.add("+ " + (j + 1) + " " + after.get(j++));
      }
    }
    return lines;
  }
}
