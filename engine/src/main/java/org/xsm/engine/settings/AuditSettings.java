package org.xsm.engine.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The record of who did what ({@code xsm.audit}).
 *
 * @param keep how long an entry is kept
 */
@ConfigurationProperties("xsm.audit")
public record AuditSettings(@DefaultValue("400d") Duration keep) {
  public AuditSettings {
    if (keep.toDays() < 1) {
      throw new IllegalArgumentException("xsm.audit.keep must be a day or more");
    }
  }
}
