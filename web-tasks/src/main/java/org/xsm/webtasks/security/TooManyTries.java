package org.xsm.webtasks.security;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;

/** A password or token is not looked at, because too many before it were wrong. */
final class TooManyTries extends AuthenticationException {
  private static final long MINUTE = 60;

  private final long seconds;

  TooManyTries(Duration left) {
    super("too many wrong passwords");
    seconds = Math.max(1, left.toSeconds() + 1);
  }

  /** Says so to the caller, and when to come back. */
  String tell(HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return "Too many wrong passwords or tokens came from your address. None is looked at for "
        + (seconds < 2 * MINUTE ? seconds + " seconds" : seconds / MINUTE + " minutes")
        + ", not even a right one; come back then.";
  }
}
