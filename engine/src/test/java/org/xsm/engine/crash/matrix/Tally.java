package org.xsm.engine.crash.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xsm.engine.crash.child.Action;
import org.xsm.engine.crash.child.Passage;
import org.xsm.engine.crash.child.Point;

/** Counts kills, from several threads. */
final class Tally {
  private final Map<Passage, Integer> kills = new HashMap<>();
  private final List<Long> starts = new ArrayList<>();
  private int all;

  /** The manager was killed where all these stood. */
  synchronized int kill(List<Passage> passages) {
    passages.forEach(passage -> kills.merge(passage, 1, Integer::sum));
    return ++all;
  }

  /** A start took so much of the processors. */
  synchronized void start(Duration processors) {
    starts.add(processors.toMillis());
  }

  synchronized int all() {
    return all;
  }

  synchronized boolean has(Passage passage) {
    return kills.containsKey(passage);
  }

  synchronized boolean has(Action action) {
    return kills.keySet().stream().anyMatch(passage -> passage.action().equals(action));
  }

  /** A line for each task, a column for each point. */
  synchronized String table(Set<Action> actions) {
    StringBuilder table = new StringBuilder("%-38s".formatted("kills"));
    for (Point point : Point.values()) {
      table.append("%10s".formatted(point.label()));
    }
    for (Action action : actions) {
      table.append("%n%-38s".formatted(action));
      for (Point point : Point.values()) {
        Integer count = kills.get(new Passage(action, point));
        table.append("%10s".formatted(count == null ? "" : count));
      }
    }
    return table.toString();
  }

  /** What a start took, in the middle and at most. */
  synchronized String starts() {
    List<Long> sorted = new ArrayList<>(starts);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%d starts of %.1f processor seconds (median; at most %.1f)",
        sorted.size(),
        sorted.get(sorted.size() / 2) / 1e3,
        sorted.get(sorted.size() - 1) / 1e3);
  }
}
