package org.xsm.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;

/** The two holes that Camunda's last community release was left with. */
@OnRunningSite
class ClosedHolesTest {
  private static final String SETUP_USER =
      """
      {"profile": {"id": "mallory", "firstName": "M", "lastName": "M"},
       "credentials": {"password": "mallory-mallory-1"}}
      """;

  private final Rehearsal rehearsal;
  private final ProcessEngine engine;
  private final TaskService tasks;
  private final IdentityService identity;

  ClosedHolesTest(Rehearsal rehearsal, ProcessEngine engine) {
    this.rehearsal = rehearsal;
    this.engine = engine;
    tasks = engine.getTaskService();
    identity = engine.getIdentityService();
  }

  /** Where an expression that is evaluated leaves a mark. */
  public static final class Trap {
    private static boolean sprung;

    private Trap() {}

    /** Called by the expression. */
    public static String spring() {
      sprung = true;
      return "anything";
    }
  }

  private static final String EXPRESSION =
      "${''.getClass().forName('" + Trap.class.getName() + "').getMethod('spring').invoke(null)}";

  @Test
  void cve_2026_109432_an_expression_in_an_or_part_is_refused_and_not_evaluated() {
    Trap.sprung = false;
    assertThatThrownBy(
            () ->
                tasks
                    .createTaskQuery()
                    .or()
                    .taskNameLike("x")
                    .taskAssigneeExpression(EXPRESSION)
                    .endOr()
                    .list())
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(
            () ->
                tasks
                    .createTaskQuery()
                    .or()
                    .taskCandidateUserExpression(EXPRESSION)
                    .endOr()
                    .count())
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(() -> tasks.createTaskQuery().taskOwnerExpression(EXPRESSION).list())
        .isInstanceOf(BadUserRequestException.class);
    assertThat(Trap.sprung).isFalse();
  }

  /** Shows that the test above would see the hole. */
  @Test
  void cve_2026_109432_is_open_in_an_engine_without_our_plugin() {
    Trap.sprung = false;
    ProcessEngineConfiguration bare =
        new StandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:bare")
            .setProcessEngineName("bare");
    ProcessEngine open = bare.buildProcessEngine();
    try {
      open.getTaskService()
          .createTaskQuery()
          .or()
          .taskAssigneeExpression(EXPRESSION)
          .endOr()
          .list();
    } finally {
      open.close();
    }
    assertThat(Trap.sprung).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "task/count"})
  void cve_2026_109432_is_closed_over_http_even_for_admins(String path) {
    Trap.sprung = false;
    String tasks = "/camunda/api/engine/engine/default/" + path;
    String harmless = "{\"orQueries\": [{\"assignee\": \"x\"}]}";
    String harmful = "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(EXPRESSION);
    Browser admin = Browser.of(rehearsal, "admin");
    assertThat(admin.postJson(tasks, harmless).statusCode()).isEqualTo(200);
    assertThat(admin.postJson(tasks, harmful).statusCode()).isEqualTo(403);
    assertThat(admin.postJson(tasks, escaped(harmful)).statusCode()).isEqualTo(403);
    assertThat(Browser.of(rehearsal, "operator").postJson(tasks, harmless).statusCode())
        .isEqualTo(403);
    assertThat(Browser.ofNobody(rehearsal).postJson(tasks, harmless).statusCode()).isIn(401, 403);
    assertThat(Trap.sprung).isFalse();
  }

  /** The same JSON, in which the key is not written in letters. */
  private static String escaped(String json) {
    return json.replace("assigneeExpression", "assignee\\u0045xpression");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup/default/user/create",
        "setup/default/user/create/",
        "setup/default//user/create",
        "setup/default;x=1/user/create",
        "setup;x=1/default/user/create",
        "%73etup/default/user/create",
        "auth/../setup/default/user/create"
      })
  void cve_2026_77226_nobody_is_made_admin_by_the_setup_page(String path) {
    List<String> before = names();
    Browser admin = Browser.of(rehearsal, "admin");
    Browser operator = Browser.of(rehearsal, "operator");
    identity.deleteMembership("admin", "camunda-admin");
    try {
      for (Browser browser : List.of(Browser.ofNobody(rehearsal), operator, admin)) {
        assertThat(browser.postJson("/camunda/api/admin/" + path, SETUP_USER).statusCode())
            .isIn(400, 401, 403, 404);
        assertThat(browser.get("/camunda/app/admin/default/setup/"))
            .matches(page -> page.statusCode() == 403 || page.uri().getPath().equals("/login"));
      }
    } finally {
      identity.createMembership("admin", "camunda-admin");
    }
    assertThat(names()).isEqualTo(before);
  }

  private List<String> names() {
    return identity.createUserQuery().orderByUserId().asc().list().stream()
        .map(User::getId)
        .toList();
  }
}
