package org.xsm.webtasks.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are guarded ({@code xsm.login}).
 *
 * @param tries wrong passwords for one name from one address before no more are looked at
 * @param triesPerAddress wrong passwords from one address, for whatever names
 * @param pause within what time they count together, and how long nothing is looked at then
 * @param sessionLimit how long a login on the pages lasts at most, however busy it is
 */
@ConfigurationProperties("xsm.login")
public record LoginSettings(
    @DefaultValue("5") int tries,
    @DefaultValue("50") int triesPerAddress,
    @DefaultValue("5m") Duration pause,
    @DefaultValue("24h") Duration sessionLimit) {
  public LoginSettings {
    if (tries < 1 || triesPerAddress < tries || pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException(
          "xsm.login: tries must be 1 or more, tries-per-address not fewer, and pause some time");
    }
    if (sessionLimit.isNegative() || sessionLimit.isZero()) {
      throw new IllegalArgumentException("xsm.login.session-limit must be some time");
    }
  }
}
