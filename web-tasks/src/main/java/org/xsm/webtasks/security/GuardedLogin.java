package org.xsm.webtasks.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Slows down whoever guesses passwords or tokens. Counted are wrong ones for a name from an
 * address, and from an address; so a stranger keeps nobody else out, and no name is ever locked for
 * everybody.
 */
final class GuardedLogin implements AuthenticationProvider {
  private final AuthenticationProvider logins;
  private final LoginGuard guard;
  private final Clock clock;

  GuardedLogin(AuthenticationProvider logins, LoginGuard guard, Clock clock) {
    this.logins = logins;
    this.guard = guard;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    Origin origin = Origin.of(asked);
    if (origin.name().isEmpty()) {
      throw new BadCredentialsException("no name");
    }
    Tries ofAddress = guard.tries(origin.anybody());
    begin(ofAddress);
    Tries ofName = guard.tries(origin);
    try {
      begin(ofName);
    } catch (AuthenticationException notNow) {
      ofAddress.unknown();
      throw notNow;
    }
    return check(asked, ofName, ofAddress);
  }

  private void begin(Tries tries) {
    Instant now = clock.instant();
    Optional<Instant> end = tries.begin(now);
    if (end.isPresent()) {
      throw new TooManyTries(Duration.between(now, end.get()));
    }
  }

  private Authentication check(Authentication asked, Tries ofName, Tries ofAddress) {
    boolean judged = false;
    try {
      Authentication known = logins.authenticate(asked);
      judged = true;
      ofName.right();
      ofAddress.unknown();
      return known;
    } catch (BadCredentialsException wrong) {
      judged = true;
      ofName.wrong(clock.instant());
      ofAddress.wrong(clock.instant());
      throw wrong;
    } finally {
      if (!judged) {
        ofName.unknown();
        ofAddress.unknown();
      }
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return logins.supports(authentication);
  }
}
