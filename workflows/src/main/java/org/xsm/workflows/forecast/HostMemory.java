package org.xsm.workflows.forecast;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.xsm.workflows.site.HostAddress;

/**
 * How much memory of a host is taken while a plan is carried out.
 *
 * @param total memory of the machine in MiB
 * @param levels what is taken, from then on; the first begins with the plan
 */
public record HostMemory(HostAddress host, int total, List<Level> levels) {
  public HostMemory {
    Objects.requireNonNull(host);
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("nothing is known of " + host);
    }
  }

  /**
   * What is taken from then on.
   *
   * @param at since the first step starts
   * @param taken memory in MiB
   */
  public record Level(Duration at, int taken) {}

  /** The most that is ever taken, in MiB. */
  public int peak() {
    return levels.stream().map(Level::taken).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** What is taken in the end, in MiB. */
  public int last() {
    return levels.get(levels.size() - 1).taken();
  }
}
