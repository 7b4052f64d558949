package org.xsm.engine.bench;

import java.util.List;
import java.util.Locale;

/**
 * Measured times and what is said about them.
 *
 * @param millis sorted
 */
record Figures(List<Long> millis) {
  Figures {
    millis = millis.stream().sorted().toList();
  }

  long percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * millis.size());
    return millis.get(Math.max(1, rank) - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n=%d  min %d  p50 %d  p90 %d  p99 %d  max %d ms",
        millis.size(),
        millis.get(0),
        percentile(50),
        percentile(90),
        percentile(99),
        percentile(100));
  }
}
