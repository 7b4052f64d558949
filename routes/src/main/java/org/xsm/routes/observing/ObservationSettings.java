package org.xsm.routes.observing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the hosts are looked at.
 *
 * @param period from the end of one look to the beginning of the next; at least a second
 */
@ConfigurationProperties("xsm.observation")
public record ObservationSettings(@DefaultValue("30s") Duration period) {
  public ObservationSettings {
    if (period.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "xsm.observation.period is " + period.toMillis() + "ms. Write at least 1s.");
    }
  }
}
