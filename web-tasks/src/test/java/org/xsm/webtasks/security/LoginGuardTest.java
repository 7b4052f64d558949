package org.xsm.webtasks.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Who may go on guessing, and who not. */
class LoginGuardTest {
  private static final String RIGHT = "right";
  private static final String AWAY = "away";
  private static final String STUCK = "stuck";

  private final AtomicInteger looked = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final TestClock clock = new TestClock();
  private final AuthenticationManager logins =
      new LoginGuard(new LoginSettings(3, 10, Duration.ofMinutes(5), Duration.ofHours(24)), clock)
          .before(new People());

  private final class People implements AuthenticationProvider {
    @Override
    public Authentication authenticate(Authentication asked) {
      looked.incrementAndGet();
      return switch (String.valueOf(asked.getCredentials())) {
        case RIGHT ->
            UsernamePasswordAuthenticationToken.authenticated(asked.getName(), null, List.of());
        case STUCK -> stuck();
        case AWAY -> throw new AuthenticationServiceException("away");
        default -> throw new BadCredentialsException("wrong");
      };
    }

    private Authentication stuck() {
      try {
        answer.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      throw new AuthenticationServiceException("no answer");
    }

    @Override
    public boolean supports(Class<?> authentication) {
      return true;
    }
  }

  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private String logIn(String name, String address, String password) {
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    asked.setDetails(new WebAuthenticationDetails(address, null));
    try {
      logins.authenticate(asked);
      return "in";
    } catch (AuthenticationException refused) {
      return refused.getClass().getSimpleName();
    }
  }

  private void guess(String name, String address, int times) {
    IntStream.range(0, times).forEach(guess -> logIn(name, address, "guess " + guess));
  }

  @Test
  void after_too_many_wrong_passwords_none_is_looked_at_for_a_while() {
    guess("admin", "10.0.0.1", 3);

    assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("TooManyTries");
    assertThat(looked).hasValue(3);

    clock.now = clock.now.plus(Duration.ofMinutes(5));
    assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("in");
  }

  @Test
  void a_stranger_keeps_nobody_else_out() {
    guess("admin", "10.0.0.1", 30);

    assertThat(logIn("admin", "10.0.0.2", RIGHT)).isEqualTo("in");
    assertThat(logIn("operator", "10.0.0.1", RIGHT)).isEqualTo("in");
  }

  @Test
  void many_names_from_one_address_count_together() {
    IntStream.range(0, 10).forEach(name -> guess("name" + name, "10.0.0.1", 1));

    assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("TooManyTries");
    assertThat(logIn("admin", "10.0.0.2", RIGHT)).isEqualTo("in");
  }

  @Test
  void a_right_password_clears_the_name_but_not_the_address() {
    for (int round = 0; round < 5; round++) {
      guess("admin", "10.0.0.1", 2);
      logIn("admin", "10.0.0.1", RIGHT);
    }
    assertThat(looked).hasValue(14);
    assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("TooManyTries");
  }

  @Test
  void what_could_not_be_checked_does_not_count() {
    IntStream.range(0, 20).forEach(attempt -> logIn("admin", "10.0.0.1", AWAY));

    assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("in");
  }

  @Test
  void tries_long_apart_do_not_add_up() {
    for (int day = 0; day < 5; day++) {
      guess("admin", "10.0.0.1", 2);
      clock.now = clock.now.plus(Duration.ofMinutes(6));
    }
    assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("in");
  }

  @ParameterizedTest
  @CsvSource({
    "admin, ADMIN, 10.0.0.1, 10.0.0.1",
    "admin, ' admin ', 10.0.0.1, 10.0.0.1",
    "admin, admin, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff:0:0:1",
    "admin, admin, 2001:db8:1:2::1, 2001:db8:1:2:7:7:7:7"
  })
  void another_spelling_is_not_another_origin(
      String name, String spelling, String address, String neighbour) {
    guess(name, address, 3);

    assertThat(logIn(spelling, neighbour, RIGHT)).isEqualTo("TooManyTries");
  }

  @Test
  void many_at_once_guess_no_more_often() throws Exception {
    ExecutorService attackers = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> guesses =
          IntStream.range(0, 64)
              .<Callable<String>>mapToObj(guess -> () -> logIn("admin", "10.0.0.1", "no" + guess))
              .toList();
      attackers.invokeAll(guesses);
    } finally {
      attackers.shutdown();
    }
    assertThat(looked).hasValue(3);
  }

  @Test
  void nobody_waits_long_behind_a_directory_that_does_not_answer() {
    ExecutorService people = Executors.newFixedThreadPool(3);
    try {
      for (int login = 0; login < 3; login++) {
        people.submit(() -> logIn("admin", "10.0.0.1", STUCK));
      }
      Awaitility.await().until(() -> looked.get() == 3);

      assertThat(logIn("admin", "10.0.0.1", RIGHT)).isEqualTo("AuthenticationServiceException");
      assertThat(logIn("operator", "10.0.0.1", RIGHT)).isEqualTo("in");
    } finally {
      answer.countDown();
      people.shutdown();
    }
  }

  @Test
  void memory_is_bounded_and_the_guesser_is_remembered() {
    IntStream.range(0, 30_000)
        .forEach(one -> guess("n", "10.%d.%d.1".formatted(one / 200, one % 200), 1));
    guess("admin", "192.168.0.1", 3);

    assertThat(logIn("admin", "192.168.0.1", RIGHT)).isEqualTo("TooManyTries");
  }
}
