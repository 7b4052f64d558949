package org.xsm.workflows.machine;

import java.time.Instant;
import java.util.Objects;
import org.xsm.workflows.site.MacAddress;

/**
 * A machine that asked for an address and was given none, and whose way has not begun.
 *
 * @param reason the DHCP server's own words, at the last time
 * @param count how often it asked
 */
public record Stranger(
    MacAddress mac, String reason, Instant firstSeen, Instant lastSeen, long count) {
  public Stranger {
    Objects.requireNonNull(mac);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(firstSeen);
    Objects.requireNonNull(lastSeen);
    if (count < 1) {
      throw new IllegalArgumentException("a stranger that never asked is none: " + mac);
    }
  }

  /** It has asked once more. */
  public Stranger again(String otherReason, Instant now) {
    return new Stranger(mac, otherReason, firstSeen, now, count + 1);
  }
}
