package org.xsm.routes.site;

import java.util.HashMap;
import java.util.Map;

/** Remembers where each value of one kind stood first, and reports every later one. */
final class Firsts {
  private record First(String value, int line) {}

  private final Map<String, First> firsts = new HashMap<>();
  private final String kind;
  private final Problems problems;

  /**
   * @param kind what the values are, such as {@code hardware address}
   */
  Firsts(String kind, Problems problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /**
   * @param key by which two values are the same
   * @param value as it is shown
   */
  void add(Place place, String key, String value) {
    First first = firsts.putIfAbsent(key, new First(value, place.line()));
    if (first == null) {
      return;
    }
    String clash =
        first.value().equals(value)
            ? "the " + kind + " '" + value + "' is taken already in line " + first.line()
            : "the "
                + kind
                + " '"
                + value
                + "' differs only in case from '"
                + first.value()
                + "' in line "
                + first.line();
    problems.add(place, clash, "Give each its own " + kind + " within the file.");
  }
}
