package org.xsm.webtasks.security;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;

/**
 * Stands before every check of a password or token, and knows who guessed wrong at any of the
 * doors. What it knows lives in memory, for the last origins only; the one that was quiet longest
 * goes first.
 */
final class LoginGuard {
  private static final int KEPT = 20_000;

  private final LoginSettings settings;
  private final Clock clock;
  private final Map<Origin, Tries> origins =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, Tries> eldest) {
          return size() > KEPT;
        }
      };

  LoginGuard(LoginSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The logins behind this guard, and no others. */
  AuthenticationManager before(AuthenticationProvider logins) {
    return new ProviderManager(new GuardedLogin(logins, this, clock));
  }

  synchronized Tries tries(Origin origin) {
    return origins.computeIfAbsent(
        origin,
        some ->
            new Tries(
                some.name().isEmpty() ? settings.triesPerAddress() : settings.tries(),
                settings.pause()));
  }
}
