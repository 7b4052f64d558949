package org.xsm.routes.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the inbox tells a finished file from one that is still being written.
 *
 * @param quietTime how long an incomplete file, or one that is no XML, must stay unchanged before
 *     it is judged as it is; complete files are taken at once
 */
@ConfigurationProperties("xsm.inbox")
public record InboxSettings(@DefaultValue("10s") Duration quietTime) {
  public InboxSettings {
    if (quietTime.isNegative() || quietTime.isZero()) {
      throw new IllegalArgumentException(
          "xsm.inbox.quiet-time is " + quietTime.toMillis() + "ms. Write a time such as 10s.");
    }
  }
}
