package org.xsm.connectors.ssh;

import java.time.Duration;

/** The moment until which something must be done, on the clock that nobody sets. */
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time that is left; at least a millisecond, since libraries take zero for no limit. */
  Duration left() {
    return Duration.ofNanos(Math.max(nanos - System.nanoTime(), 1_000_000));
  }

  /** The time that is left, or the limit where that is less. */
  Duration left(Duration limit) {
    Duration left = left();
    return left.compareTo(limit) < 0 ? left : limit;
  }

  boolean isOver() {
    return System.nanoTime() - nanos >= 0;
  }
}
