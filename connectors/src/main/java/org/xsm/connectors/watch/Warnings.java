package org.xsm.connectors.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns in the log, about each matter once a minute at most. */
final class Warnings {
  private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Instant> warned = new HashMap<>();

  Warnings(Clock clock) {
    this.clock = clock;
  }

  /**
   * Warns, unless it was warned of the same a moment ago.
   *
   * @param matter one of a few: what the warning is about
   */
  synchronized void warn(String matter, String text) {
    Instant now = clock.instant();
    Instant before = warned.get(matter);
    if (before == null || !now.isBefore(before.plus(PAUSE))) {
      warned.put(matter, now);
      LOG.warn("Machines are not watched as they should be. {}", text);
    }
  }
}
