package org.xsm.connectors.simulated;

import java.time.Duration;
import java.time.Instant;
import org.xsm.workflows.command.Receipt;

/**
 * The time in which an image comes to a simulated machine.
 *
 * @param way by what
 * @param isWhole whether it will have arrived at the end; else something is lost on the way
 */
record Span(Instant from, Instant until, Receipt.Way way, boolean isWhole) {
  private static final int WHOLE = 100;

  /** How much has come by then, in percent. */
  int percent(Instant now) {
    long whole = Math.max(1, Duration.between(from, until).toMillis());
    long part = Duration.between(from, now).toMillis();
    return (int) Math.max(0, Math.min(WHOLE, part * WHOLE / whole));
  }

  boolean isOver(Instant now) {
    return isWhole && !until.isAfter(now);
  }
}
