package org.xsm.webtasks.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Counts the wrong passwords of one origin. Passwords are looked at side by side only as far as all
 * of them might still be wrong, so that many at once get no further than one after the other.
 */
final class Tries {
  private static final long LONGEST_WAIT = Duration.ofSeconds(5).toMillis();

  private final int most;
  private final Duration pause;
  private int wrong;
  private int atWork;
  private int ended;
  private Instant forgotten = Instant.MIN;

  Tries(int most, Duration pause) {
    this.most = most;
    this.pause = pause;
  }

  /** Waits for a turn; answers until when there is none, if so. Each turn is to be ended. */
  synchronized Optional<Instant> begin(Instant now) {
    forget(now);
    while (wrong < most && wrong + atWork >= most) {
      await();
    }
    if (wrong >= most) {
      return Optional.of(forgotten);
    }
    atWork++;
    return Optional.empty();
  }

  /** The password was wrong. */
  synchronized void wrong(Instant now) {
    forget(now);
    wrong++;
    if (wrong == 1 || wrong == most) {
      forgotten = now.plus(pause);
    }
    end();
  }

  /** The password was right: this origin is known. */
  synchronized void right() {
    wrong = 0;
    end();
  }

  /** Nobody knows, since it could not be checked. */
  synchronized void unknown() {
    end();
  }

  private void end() {
    atWork--;
    ended++;
    notifyAll();
  }

  private void forget(Instant now) {
    if (!now.isBefore(forgotten)) {
      wrong = 0;
    }
  }

  /** Until another turn has ended; not for ever, where a directory does not answer. */
  private void await() {
    int before = ended;
    try {
      wait(LONGEST_WAIT);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others logged in", stopping);
    }
    if (ended == before) {
      throw new AuthenticationServiceException("others wait for an answer before this one");
    }
  }
}
