package org.xsm.workflows.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a token after it was shown: enough to tell it from others and to revoke it.
 *
 * @param beginning its first letters: {@code xsm_a1B2c3D4}
 * @param lastUsed within a minute; empty while it was never used
 */
public record ApiToken(
    String id,
    String owner,
    String name,
    Extent extent,
    String beginning,
    Instant made,
    Instant ends,
    Optional<Instant> lastUsed) {
  public ApiToken {
    Objects.requireNonNull(id);
    Objects.requireNonNull(owner);
    Objects.requireNonNull(extent);
    Objects.requireNonNull(lastUsed);
  }

  /** Whether its time is over. */
  public boolean hasEndedAt(Instant now) {
    return !now.isBefore(ends);
  }
}
