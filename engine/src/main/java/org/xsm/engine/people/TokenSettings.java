package org.xsm.engine.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.people.TokenDesk;

/**
 * The tokens of programs ({@code xsm.tokens}).
 *
 * @param lifetime how long a token is good where its person does not say
 * @param longestLifetime how long a token is good at most; older ones, made under another setting,
 *     keep their end
 * @param perPerson tokens that one person may have at a time
 */
@ConfigurationProperties("xsm.tokens")
public record TokenSettings(
    @DefaultValue("90d") Duration lifetime,
    @DefaultValue("365d") Duration longestLifetime,
    @DefaultValue("20") int perPerson) {
  public TokenSettings {
    if (lifetime.toDays() < 1 || lifetime.compareTo(longestLifetime) > 0 || perPerson < 1) {
      throw new IllegalArgumentException(
          "xsm.tokens: lifetime must be a day or more and at most longest-lifetime, and per-person"
              + " 1 or more");
    }
  }

  TokenDesk.Lifetimes lifetimes() {
    return new TokenDesk.Lifetimes(lifetime, longestLifetime);
  }
}
