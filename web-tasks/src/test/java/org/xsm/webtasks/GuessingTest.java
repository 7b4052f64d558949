package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"xsm.login.tries=3", "xsm.login.tries-per-address=1000"})
class GuessingTest extends ServerTest {
  private static final String RIGHT = TestApplication.PASSWORD;

  private HttpResponse<String> logIn(String name, String password) {
    return Visitor.stranger(port).postForm("/login", "username=" + name + "&password=" + password);
  }

  private HttpResponse<String> call(String name, String password) {
    return Visitor.program(port, name, password).get("/api/runs");
  }

  @Test
  void guesses_on_the_page_count_for_programs_too() throws Exception {
    for (int guess = 0; guess < 3; guess++) {
      assertThat(logIn("admin", "guess").headers().firstValue("Location").get())
          .endsWith("/login?error");
    }

    HttpResponse<String> page = logIn("admin", RIGHT);
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.body()).contains("Too many wrong passwords");
    assertThat(Integer.parseInt(page.headers().firstValue("Retry-After").get()))
        .isBetween(200, 301);

    HttpResponse<String> program = call("admin", RIGHT);
    assertThat(program.statusCode()).isEqualTo(429);
    assertThat(program.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(program).get("detail").asText()).contains("come back");
    assertThat(call("operator", RIGHT).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "viewer"})
  void a_name_is_answered_alike_whether_it_is_known_or_not(String name) {
    for (int guess = 0; guess < 3; guess++) {
      assertThat(call(name, "guess").statusCode()).isEqualTo(401);
    }
    assertThat(call(name, "guess").statusCode()).isEqualTo(429);
  }

  @Test
  void a_token_is_not_guessed_either() {
    String token = "xsm_guessed0" + "a".repeat(32);
    for (int guess = 0; guess < 3; guess++) {
      assertThat(Visitor.bearing(port, token).get("/api/runs").statusCode()).isEqualTo(401);
    }
    assertThat(Visitor.bearing(port, token).get("/api/runs").statusCode()).isEqualTo(429);
  }

  @Test
  void who_only_claims_to_come_from_elsewhere_is_not_believed() {
    for (int guess = 0; guess < 3; guess++) {
      Visitor.program(port, "approver", "no")
          .get("/api/runs", "X-Forwarded-For", "10.0.0." + guess);
    }
    assertThat(call("approver", RIGHT).statusCode()).isEqualTo(429);
  }
}
