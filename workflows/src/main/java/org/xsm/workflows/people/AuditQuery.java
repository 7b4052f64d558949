package org.xsm.workflows.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part of the audit log is asked for.
 *
 * @param from the earliest moment
 * @param to the first moment that is too late
 * @param person only of whom, exactly as written; empty for everybody
 * @param page from 0, each of {@code size} entries
 * @param size at most {@value #LARGEST}
 */
public record AuditQuery(
    Optional<Instant> from, Optional<Instant> to, Optional<String> person, int page, int size) {
  /** The most entries that are answered at a time. */
  public static final int LARGEST = 10_000;

  public AuditQuery {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    person = person.map(String::strip).filter(name -> !name.isEmpty());
    page = Math.max(0, Math.min(page, LARGEST));
    size = Math.max(1, Math.min(size, LARGEST));
  }

  /** How many newer entries are passed over. */
  public long skipped() {
    return (long) page * size;
  }
}
