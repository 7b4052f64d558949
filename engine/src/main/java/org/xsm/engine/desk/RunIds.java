package org.xsm.engine.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.xsm.workflows.run.RunId;

/** Names runs so that a person can say them and a list sorts them: {@code 20261122-131502-k7f3}. */
final class RunIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  RunIds(Clock clock) {
    this.clock = clock;
  }

  RunId next() {
    StringBuilder id = new StringBuilder(TIME.format(clock.instant())).append('-');
    random.ints(5, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
    return new RunId(id.toString());
  }
}
