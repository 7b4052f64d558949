package org.xsm.engine.commandline.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of words in columns as wide as their widest word; the last column ends where it ends. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  void add(String... words) {
    rows.add(List.of(words));
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      String word = row.get(column);
      line.append(word).append(" ".repeat(width(column) - word.length() + 2));
    }
    return line.append(row.get(row.size() - 1)).toString();
  }

  private int width(int column) {
    return Collections.max(rows.stream().map(row -> row.get(column).length()).toList());
  }
}
