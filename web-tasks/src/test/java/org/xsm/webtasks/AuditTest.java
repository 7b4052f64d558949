package org.xsm.webtasks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.people.AuditEntry;

class AuditTest extends ServerTest {
  private static final String SECRET = TestApplication.PASSWORD;

  /** An entry is written when its request was answered already. */
  private void awaitLines(String... lines) {
    Awaitility.await()
        .atMost(10, SECONDS)
        .untilAsserted(() -> assertThat(lines()).containsExactlyInAnyOrder(lines));
  }

  private List<String> lines() {
    return audit.entries.stream().map(AuditTest::line).toList();
  }

  private static String line(AuditEntry entry) {
    return String.join(
        " ",
        entry.person(),
        entry.way().label(),
        entry.act(),
        entry.path(),
        String.valueOf(entry.status()));
  }

  @Test
  void a_day_on_the_pages_is_written_down() {
    Visitor person = person("operator");
    person.get("/runs");
    person.postForm("/site/refresh", "a=b");
    person.postForm("/control/stop", "why=" + SECRET);
    person.postForm("/logout", "a=b");

    awaitLines(
        "operator page login /login 200",
        "operator page POST /site/refresh 302",
        "operator page POST /control/stop 302",
        "operator page logout /logout 302");
    assertThat(audit.entries).allMatch(entry -> entry.address().equals("127.0.0.1"));
    assertThat(audit.entries.toString()).doesNotContain(SECRET);
  }

  @Test
  void programs_are_written_down_when_they_change_something_or_are_refused() throws Exception {
    as("operator").get("/api/runs");
    as("operator").post("/api/site?why=hidden", "<a/>");
    as("viewer").post("/api/site", "<a/>");
    String made = as("operator").postJson("/api/tokens", "{\"name\": \"t\"}").body();
    String token = mapper.readTree(made).get("token").asText();
    Visitor.bearing(port, token).post("/api/site", "<a/>");

    awaitLines(
        "operator basic POST /api/site 202",
        "viewer basic POST /api/site 403",
        "operator basic POST /api/tokens 201",
        "operator token POST /api/site 202");
    assertThat(audit.entries.toString()).doesNotContain(token).doesNotContain("hidden");
  }

  @Test
  void wrong_logins_are_written_down_by_what_was_tried() {
    Visitor.stranger(port).postForm("/login", "username=mallory&password=" + SECRET);
    Visitor.program(port, "mallory", "guess").get("/api/runs");
    Visitor.bearing(port, "xsm_abcdefgh" + "z".repeat(32)).get("/api/runs");
    Visitor.bearing(port, "hunter2-is-my-password").get("/api/runs");

    awaitLines(
        "mallory page login /login 401",
        "mallory basic login /api/runs 401",
        "xsm_abcdefgh token login /api/runs 401",
        "unknown token login /api/runs 401");
  }

  @Test
  void what_strangers_send_does_not_fill_the_log() {
    Visitor.stranger(port).post("/api/site", "<a/>");
    Visitor.stranger(port).post("/nonsense", "a=b");
    person("viewer");

    awaitLines("viewer page login /login 200");
  }

  @ParameterizedTest
  @CsvSource({
    "/audit, 403, 200",
    "/api/audit, 403, 200",
    "/api/audit.csv, 403, 200",
    "/api/audit/, 403, 404"
  })
  void the_log_is_for_admins(String path, int operator, int admin) {
    assertThat(as("operator").get("/api/audit").statusCode()).isEqualTo(403);
    assertThat(person("operator").get(path).statusCode()).isEqualTo(operator);
    assertThat(person("admin").get(path).statusCode()).isEqualTo(admin);
  }

  @Test
  void programs_read_it_as_json_and_as_csv() throws Exception {
    as("operator").post("/api/site", "<a/>");
    awaitLines("operator basic POST /api/site 202");

    JsonNode entry = json(as("admin").get("/api/audit?person=operator")).get(0);
    assertThat(entry.get("path").asText()).isEqualTo("/api/site");
    assertThat(entry.get("way").asText()).isEqualTo("basic");
    assertThat(json(as("admin").get("/api/audit?person=nobody"))).isEmpty();
    HttpResponse<String> csv = as("admin").get("/api/audit", "Accept", "text/csv");
    assertThat(csv.headers().firstValue("Content-Type").get()).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("at,person,address,way,act,path,status\r\n")
        .contains("\"operator\",\"127.0.0.1\",\"basic\",\"POST\",\"/api/site\",\"202\"\r\n");
    assertThat(as("admin").get("/api/audit.csv").body()).isEqualTo(csv.body());
    assertThat(as("admin").get("/api/audit?from=yesterday").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", " =1", "|x", "%0A=1"})
  void a_name_is_no_formula_in_a_spreadsheet(String name) {
    Visitor.program(port, name, "guess").get("/api/runs");
    Awaitility.await().atMost(10, SECONDS).until(() -> audit.entries.size() == 1);

    assertThat(as("admin").get("/api/audit.csv").body()).contains("\"'" + name + "\"");
  }

  @Test
  void a_name_breaks_no_line_and_no_page() {
    Visitor.program(port, "a\r\nb\"<script>", "guess").get("/api/runs");
    Awaitility.await().atMost(10, SECONDS).until(() -> audit.entries.size() == 1);

    assertThat(as("admin").get("/api/audit.csv").body()).contains("\"a\\u{d}\\u{a}b\"\"<script>\"");
    assertThat(person("admin").get("/audit").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void the_page_is_turned() {
    for (int entry = 0; entry < 60; entry++) {
      audit.add(
          new AuditEntry(
              Samples.NOW, "p" + entry, "10.0.0.1", AuditEntry.Way.PAGE, "POST", "/x", 200));
    }
    Visitor admin = Visitor.person(port, "admin");

    assertThat(admin.get("/audit").body()).contains(">p59<", "Older").doesNotContain(">p5<");
    assertThat(admin.get("/audit?page=1").body()).contains(">p5<", "Newer").doesNotContain(">p59<");
    assertThat(admin.get("/audit?person=p7").body()).contains(">p7<").doesNotContain(">p8<");
    assertThat(admin.get("/audit?page=-5").statusCode()).isEqualTo(200);
  }
}
