package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest extends ServerTest {
  @ParameterizedTest
  @CsvSource({
    "GET, /api/site, 401, 200, 200, 200, 200",
    "GET, /api/site.xml, 401, 200, 200, 200, 200",
    "GET, /api/runs, 401, 200, 200, 200, 200",
    "GET, /api/tasks, 401, 200, 200, 200, 200",
    "GET, /api/hosts/xen5/probe, 401, 200, 200, 200, 200",
    "GET, /api/machines/unknown, 401, 200, 200, 200, 200",
    "POST, /api/machines/unknown/00:16:3E:00:00:99/accept, 401, 403, 403, 400, 400",
    "POST, /api/machines/unknown/00:16:3E:00:00:99/ignore, 401, 403, 403, 204, 204",
    "GET, /v3/api-docs, 401, 200, 200, 200, 200",
    "POST, /api/site, 401, 403, 403, 202, 202",
    "POST, /api/plan, 401, 403, 403, 200, 200",
    "POST, /api/runs/4e5f6a7b-applying/cancel, 401, 403, 403, 202, 202",
    "POST, /api/tasks/task-approve/claim, 401, 403, 200, 403, 200",
    "POST, /api/tasks/task-trouble/decide, 401, 403, 403, 400, 400",
    "GET, /api/nonsense, 401, 404, 404, 404, 404",
    "GET, /actuator/health, 200, 200, 200, 200, 200",
    "GET, /actuator/info, 401, 403, 403, 200, 200",
    "GET, /actuator/prometheus, 401, 403, 403, 404, 404"
  })
  void programs_do_what_their_group_may(
      String method,
      String path,
      int anonymous,
      int viewer,
      int approver,
      int operator,
      int admin) {
    assertThat(call(Visitor.stranger(port), method, path)).isEqualTo(anonymous);
    assertThat(call(as("viewer"), method, path)).isEqualTo(viewer);
    assertThat(call(as("approver"), method, path)).isEqualTo(approver);
    assertThat(call(as("operator"), method, path)).isEqualTo(operator);
    assertThat(call(as("admin"), method, path)).isEqualTo(admin);
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200, 200",
    "/inbox, 200, 200",
    "/inbox/task-approve, 200, 200",
    "/runs, 200, 200",
    "/runs/4e5f6a7b-applying, 200, 200",
    "/runs/4e5f6a7b-applying/drawing, 200, 200",
    "/runs/0a1b2c3d-approving/file, 200, 200",
    "/hosts/xen5, 200, 200",
    "/machines/00:16:3E:00:00:99, 200, 200",
    "/machines/00:16:3E:00:00:98, 404, 404",
    "/submit, 200, 200",
    "/nonsense, 404, 404",
    "/swagger-ui/index.html, 404, 404",
    "/engine-rest/task, 404, 404",
    "/runs/nobody, 404, 404"
  })
  void pages_are_for_who_is_logged_in(String path, int viewer, int admin) {
    assertThat(person("viewer").get(path).statusCode()).isEqualTo(viewer);
    assertThat(person("admin").get(path).statusCode()).isEqualTo(admin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/inbox", "/inbox/task-approve", "/runs", "/submit", "/nonsense"})
  void strangers_are_led_to_the_login(String path) {
    HttpResponse<String> answer = Visitor.stranger(port).get(path, "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").get()).endsWith("/login");
  }

  @Test
  void parts_of_a_page_reload_the_page_when_the_session_has_ended() {
    HttpResponse<String> part = Visitor.stranger(port).get("/inbox/count", "HX-Request", "true");

    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
    assertThat(Visitor.stranger(port).get("/events").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/submit, 403, 422",
    "/submit/check, 403, 422",
    "/site/refresh, 403, 302",
    "/machines/00:16:3E:00:00:99/accept, 403, 422",
    "/machines/00:16:3E:00:00:99/ignore, 403, 302",
    "/runs/4e5f6a7b-applying/cancel, 403, 302",
    "/inbox/task-trouble/decide, 403, 422"
  })
  void forms_that_change_something_are_for_operators(String path, int viewer, int operator) {
    assertThat(person("viewer").postForm(path, "a=b").statusCode()).isEqualTo(viewer);
    assertThat(person("approver").postForm(path, "a=b").statusCode()).isEqualTo(viewer);
    assertThat(person("operator").postForm(path, "a=b").statusCode()).isEqualTo(operator);
  }

  @Test
  void a_wrong_password_is_refused() {
    assertThat(Visitor.program(port, "admin", "guess").get("/api/runs").statusCode())
        .isEqualTo(401);
    HttpResponse<String> login =
        Visitor.stranger(port).postForm("/login", "username=admin&password=guess");
    assertThat(login.headers().firstValue("Location").get()).endsWith("/login?error");
  }

  @Test
  void logging_out_ends_the_session() {
    Visitor person = person("viewer");
    person.postForm("/logout", "a=b");

    assertThat(person.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
  }

  @Test
  void who_logs_in_lands_on_the_page_that_was_wanted() {
    Visitor stranger = Visitor.stranger(port);
    stranger.get("/inbox", "Accept", "text/html");
    HttpResponse<String> login =
        stranger.postForm("/login", "username=viewer&password=" + TestApplication.PASSWORD);

    assertThat(login.headers().firstValue("Location").get()).endsWith("/inbox");
  }

  private static int call(Visitor visitor, String method, String path) {
    HttpResponse<String> answer =
        method.equals("GET") ? visitor.get(path) : visitor.postJson(path, "");
    if (answer.statusCode() >= 400 && !path.startsWith("/actuator")) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    return answer.statusCode();
  }
}
