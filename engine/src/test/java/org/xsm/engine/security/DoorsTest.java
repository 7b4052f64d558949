package org.xsm.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;

/** Who comes in where. */
@OnRunningSite
class DoorsTest {
  private final Rehearsal rehearsal;
  private final IdentityService identity;

  DoorsTest(Rehearsal rehearsal, IdentityService identity) {
    this.rehearsal = rehearsal;
    this.identity = identity;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/cockpit/default/",
        "/camunda/app/tasklist/default/",
        "/camunda/app/admin/default/",
        "/camunda/app/welcome/default/",
        "/camunda/api/engine/engine/default/process-definition",
        "/camunda/api/engine/engine/default/user/count",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"
      })
  void camundas_own_applications_are_for_admins_only(String path) {
    assertThat(rehearsal.nobody().get(path).status()).isIn(302, 401);
    assertThat(Browser.of(rehearsal, "operator").get(path).statusCode()).isEqualTo(403);
    assertThat(Browser.of(rehearsal, "approver").get(path).statusCode()).isEqualTo(403);
    assertThat(Browser.of(rehearsal, "admin").get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest",
        "/engine-rest/engine",
        "/engine-rest/task",
        "/rest/engine",
        "/h2-console",
        "/actuator/env",
        "/actuator/heapdump"
      })
  void what_is_not_meant_to_be_there_is_not_there(String path) {
    assertThat(rehearsal.nobody().get(path).status()).isIn(302, 401, 403, 404);
    assertThat(Browser.of(rehearsal, "admin").get(path).statusCode()).isIn(403, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "demo, demo",
    "admin, admin",
    "admin, password",
    "admin, ''",
    "operator, operator",
    "approver, approver",
    "user, user",
    "john, john"
  })
  void no_default_password_works(String name, String password) {
    assertThat(rehearsal.of(name, password).get("/api/runs").status()).isEqualTo(401);
  }

  @Test
  void the_first_passwords_are_random_and_for_the_owner_only() throws Exception {
    Path file = rehearsal.home().secrets().resolve("first-passwords");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.length() > 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/runs", "/api/tasks", "/api/site", "/v3/api-docs"})
  void programs_must_say_who_they_are(String path) {
    assertThat(rehearsal.nobody().get(path).status()).isEqualTo(401);
    assertThat(rehearsal.operator().get(path).status()).isEqualTo(200);
  }

  @Test
  void who_is_no_admin_any_more_is_out_of_cockpit_with_the_next_request() {
    User cora = identity.newUser("cora");
    cora.setPassword("cora-cora-1");
    identity.saveUser(cora);
    identity.createMembership("cora", "camunda-admin");
    Browser browser = Browser.ofNobody(rehearsal);
    browser.logIn("cora", "cora-cora-1");
    String count = "/camunda/api/engine/engine/default/user/count";
    assertThat(browser.get(count).statusCode()).isEqualTo(200);

    identity.deleteMembership("cora", "camunda-admin");
    assertThat(browser.get(count).statusCode()).isEqualTo(403);

    identity.deleteUser("cora");
    assertThat(browser.get(count).statusCode()).isEqualTo(401);
  }

  @Test
  void an_approver_sends_no_files() {
    byte[] file = "<XSMConfig/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(rehearsal.approver().postXml("/api/site", file).status()).isEqualTo(403);
    assertThat(rehearsal.nobody().postXml("/api/site", file).status()).isIn(401, 403);
  }
}
