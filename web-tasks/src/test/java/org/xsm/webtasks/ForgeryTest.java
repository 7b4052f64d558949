package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeryTest extends ServerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/site",
        "/api/runs/4e5f6a7b-applying/cancel",
        "/runs/4e5f6a7b-applying/cancel",
        "/submit",
        "/inbox/task-approve/approve",
        "/site/refresh",
        "/logout"
      })
  void a_session_changes_nothing_without_its_token(String path) {
    HttpResponse<String> answer = person("admin").postFormWithout(path, "a=b");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(site.submitted).isEmpty();
    assertThat(runs.cancelled).isEmpty();
  }

  @Test
  void a_session_may_call_the_api_with_its_token() {
    Visitor person = person("operator");

    assertThat(person.get("/api/runs").statusCode()).isEqualTo(200);
    assertThat(person.post("/api/site", "<a/>", "X-CSRF-TOKEN", person.token()).statusCode())
        .isEqualTo(202);
  }

  @Test
  void a_strangers_page_cannot_use_a_password_that_the_browser_remembers() {
    HttpResponse<String> forged =
        as("admin").post("/api/site", "<a/>", "Sec-Fetch-Site", "cross-site");

    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void browsers_are_not_asked_for_a_password_by_the_api() {
    Visitor stranger = Visitor.stranger(port);

    assertThat(stranger.get("/api/runs").headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(
            stranger
                .get("/api/runs", "Sec-Fetch-Site", "same-origin")
                .headers()
                .firstValue("WWW-Authenticate"))
        .isEmpty();
  }

  @Test
  void a_program_with_a_password_gets_no_session() {
    assertThat(as("admin").get("/api/runs").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void a_login_from_an_old_page_begins_anew() {
    HttpResponse<String> answer =
        Visitor.stranger(port).postFormWithout("/login", "username=admin&password=secret");

    assertThat(answer.headers().firstValue("Location").get()).endsWith("/login?stale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/api/runs", "/nonsense", "/css/xsm.css"})
  void every_answer_bears_the_protecting_headers(String path) {
    HttpResponse<String> answer = person("viewer").get(path);

    assertThat(answer.headers().firstValue("Content-Security-Policy").get())
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void pages_are_not_kept_by_caches_and_the_cookie_is_out_of_reach() {
    HttpResponse<String> login = Visitor.stranger(port).get("/login");

    assertThat(login.headers().firstValue("Cache-Control").get()).contains("no-store");
    assertThat(login.headers().firstValue("Set-Cookie").get())
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }
}
