package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

@Import(SessionsTest.OwnTime.class)
@TestPropertySource(
    properties = {
      "server.forward-headers-strategy=native",
      "server.servlet.session.timeout=7h",
      "xsm.login.session-limit=10h"
    })
class SessionsTest extends ServerTest {
  private static final Pattern SESSION = Pattern.compile("JSESSIONID=([0-9A-F]+)");
  private static Duration ahead = Duration.ZERO;

  @TestConfiguration
  static class OwnTime {
    @Bean
    @Primary
    Clock ownClock() {
      return new Clock() {
        @Override
        public Instant instant() {
          return InstantSource.system().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
    }
  }

  @AfterEach
  void now() {
    ahead = Duration.ZERO;
  }

  private static int page(Visitor person) {
    return person.get("/runs", "Accept", "text/html").statusCode();
  }

  private static String session(HttpResponse<String> answer) {
    Matcher cookie = SESSION.matcher(answer.headers().firstValue("Set-Cookie").orElse("none"));
    return cookie.find() ? cookie.group(1) : "none";
  }

  @Test
  void a_login_ends_after_its_longest_time_however_busy_it_is() {
    Visitor person = person("viewer");
    assertThat(page(person)).isEqualTo(200);

    ahead = Duration.ofHours(9);
    assertThat(page(person)).isEqualTo(200);
    ahead = Duration.ofHours(10);
    assertThat(page(person)).isEqualTo(302);
    assertThat(page(person("viewer"))).isEqualTo(200);
  }

  @Test
  void who_is_dismissed_is_out_with_the_next_request() {
    Visitor person = person("operator");
    assertThat(page(person)).isEqualTo(200);

    register.groups.remove("operator");

    assertThat(page(person)).isEqualTo(302);
    assertThat(person.get("/api/runs").statusCode()).isEqualTo(401);
    register.refill();
    assertThat(page(person)).isEqualTo(302);
  }

  @Test
  void who_loses_a_group_loses_its_rights_with_the_next_request() {
    Visitor person = person("operator");
    assertThat(person.postForm("/site/refresh", "a=b").statusCode()).isEqualTo(302);

    register.groups.put("operator", Set.of("viewer"));
    assertThat(person.postForm("/site/refresh", "a=b").statusCode()).isEqualTo(403);
    assertThat(page(person)).isEqualTo(200);

    register.groups.put("operator", Set.of("operator"));
    assertThat(person.postForm("/site/refresh", "a=b").statusCode()).isEqualTo(302);
  }

  @Test
  void a_session_that_was_known_before_the_login_is_worth_nothing_after_it() {
    Visitor victim = Visitor.stranger(port);
    String planted = session(victim.get("/login"));
    HttpResponse<String> login =
        victim.postForm("/login", "username=admin&password=" + TestApplication.PASSWORD);

    assertThat(planted).isNotEqualTo("none");
    assertThat(session(login)).isNotEqualTo("none").isNotEqualTo(planted);
    HttpResponse<String> attacker =
        Visitor.stranger(port)
            .get("/runs", "Cookie", "JSESSIONID=" + planted, "Accept", "text/html");
    assertThat(attacker.statusCode()).isEqualTo(302);
  }

  @Test
  void a_session_is_not_taken_from_the_address() {
    Visitor person = Visitor.stranger(port);
    person.get("/login");
    String session =
        session(person.postForm("/login", "username=admin&password=" + TestApplication.PASSWORD));

    HttpResponse<String> other =
        Visitor.stranger(port).get("/runs;jsessionid=" + session, "Accept", "text/html");

    assertThat(other.statusCode()).isNotEqualTo(200);
  }

  @Test
  void behind_a_proxy_with_tls_the_cookie_is_for_tls_only() {
    String plain = Visitor.stranger(port).get("/login").headers().firstValue("Set-Cookie").get();
    String secure =
        Visitor.stranger(port)
            .get("/login", "X-Forwarded-Proto", "https")
            .headers()
            .firstValue("Set-Cookie")
            .get();

    assertThat(secure).contains("; Secure").contains("HttpOnly").contains("SameSite=Lax");
    assertThat(plain).doesNotContain("Secure");
  }

  @Test
  void behind_a_proxy_guesses_count_for_who_stands_before_it() {
    for (int guess = 0; guess < 5; guess++) {
      guess("203.0.113.7");
    }
    assertThat(guess("203.0.113.7")).isEqualTo(429);
    assertThat(guess("198.51.100.1, 203.0.113.7")).isEqualTo(429);
    assertThat(guess("203.0.113.8")).isEqualTo(401);
  }

  private int guess(String address) {
    return Visitor.program(port, "admin", "no")
        .get("/api/runs", "X-Forwarded-For", address)
        .statusCode();
  }
}
