package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each role at each endpoint. An endpoint without a row here fails the test, so nobody adds one
 * without saying who may use it.
 */
@TestPropertySource(properties = "xsm.login.tries-per-address=100000")
class AttackListTest extends ServerTest {
  private static final List<String> ROLES = List.of("viewer", "approver", "operator", "admin");
  private static final Set<String> OPERATORS = Set.of("operator", "admin");

  /**
   * Who may come in: {@code all}, {@code known} (whoever is logged in), {@code judged} (whoever is
   * logged in, and the desk behind decides), {@code operators}, {@code admins}.
   */
  private static final String TABLE =
      """
      GET    /login                                  all
      GET    /events                                 known
      GET    /                                       known
      POST   /site/refresh                           operators
      GET    /inbox                                  known
      GET    /inbox/count                            known
      GET    /inbox/{id}                             known
      POST   /inbox/{id}/claim                       judged
      POST   /inbox/{id}/release                     judged
      POST   /inbox/{id}/approve                     judged
      POST   /inbox/{id}/reject                      judged
      POST   /inbox/{id}/send-back                   judged
      POST   /inbox/{id}/decide                      operators
      POST   /inbox/views                            known
      POST   /inbox/views/remove                     known
      GET    /runs                                   known
      GET    /runs/{id}                              known
      GET    /runs/{id}/drawing                      known
      GET    /runs/{id}/file                         known
      POST   /runs/{id}/cancel                       operators
      POST   /runs/{id}/pause                        operators
      POST   /runs/{id}/resume                       operators
      GET    /submit                                 known
      POST   /submit                                 operators
      POST   /submit/check                           operators
      GET    /control                                known
      POST   /control/stop                           judged
      POST   /control/release                        judged
      POST   /control/filters                        judged
      POST   /control/filters/{name}/remove          judged
      POST   /control/incidents/{id}/retry           judged
      GET    /hosts/{name}                           known
      GET    /machines/{mac}                         known
      POST   /machines/{mac}/accept                  operators
      POST   /machines/{mac}/ignore                  operators
      GET    /account                                known
      POST   /account/tokens                         known
      POST   /account/tokens/{id}/revoke             known
      GET    /audit                                  admins
      GET    /api/site                               known
      GET    /api/site.xml                           known
      POST   /api/site                               operators
      POST   /api/plan                               operators
      GET    /api/runs                               known
      GET    /api/runs/{id}                          known
      GET    /api/runs/{id}/site.xml                 known
      POST   /api/runs/{id}/cancel                   operators
      POST   /api/runs/{id}/pause                    operators
      POST   /api/runs/{id}/resume                   operators
      GET    /api/tasks                              known
      POST   /api/tasks/{id}/claim                   judged
      POST   /api/tasks/{id}/release                 judged
      POST   /api/tasks/{id}/approve                 judged
      POST   /api/tasks/{id}/reject                  judged
      POST   /api/tasks/{id}/send-back               judged
      POST   /api/tasks/{id}/decide                  operators
      GET    /api/control                            known
      POST   /api/control/stop                       judged
      POST   /api/control/release                    judged
      PUT    /api/control/filters/{name}             judged
      DELETE /api/control/filters/{name}             judged
      GET    /api/incidents                          known
      POST   /api/incidents/{id}/retry               judged
      GET    /api/events                             known
      GET    /api/hosts/{name}/probe                 known
      GET    /api/machines/unknown                   known
      POST   /api/machines/unknown/{mac}/accept      operators
      POST   /api/machines/unknown/{mac}/ignore      operators
      GET    /api/tokens                             known
      POST   /api/tokens                             known
      DELETE /api/tokens/{id}                        known
      GET    /api/audit                              admins
      GET    /api/audit.csv                          admins
      """;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** An endpoint and who may come in. */
  record Row(String method, String pattern, String who) {
    static Row parse(String line) {
      String[] words = line.strip().split("\\s+");
      return new Row(words[0], words[1], words[2]);
    }

    String path() {
      return pattern.replace("{mac}", "00:16:3E:00:00:99").replaceAll("\\{[a-z]+}", "some-1");
    }

    boolean isApi() {
      return pattern.startsWith("/api/");
    }

    boolean admits(String role) {
      return switch (who) {
        case "operators" -> OPERATORS.contains(role);
        case "admins" -> role.equals("admin");
        default -> true;
      };
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  static Stream<Row> rows() {
    return TABLE.lines().map(Row::parse);
  }

  @Test
  void every_endpoint_has_a_row() {
    Set<String> there =
        mappings.getHandlerMethods().entrySet().stream()
            .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.xsm."))
            .flatMap(entry -> endpoints(entry.getKey()))
            .filter(endpoint -> !endpoint.endsWith(" /error"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(rows().map(Row::toString)).containsExactlyInAnyOrderElementsOf(there);
  }

  private static Stream<String> endpoints(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .flatMap(
            pattern ->
                methods.isEmpty()
                    ? Stream.of("ANY " + pattern)
                    : methods.stream().map(method -> method + " " + pattern));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void strangers_come_in_nowhere(Row row) {
    HttpResponse<?> answer = call(row, Visitor.stranger(port));

    if (row.who().equals("all")) {
      assertThat(answer.statusCode()).isEqualTo(200);
    } else {
      assertThat(isOut(answer)).as("%s: %s", row, answer.statusCode()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_role_comes_in_where_it_may(Row row) {
    for (String role : ROLES) {
      HttpResponse<?> answer = call(row, row.isApi() ? as(role) : person(role));
      check(row, role, answer);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_token_opens_no_more_than_its_person_may(Row row) throws Exception {
    for (String role : ROLES) {
      String made = as(role).postJson("/api/tokens", "{\"name\": \"t\"}").body();
      Visitor program = Visitor.bearing(port, mapper.readTree(made).get("token").asText());
      HttpResponse<?> answer = call(row, program);
      if (row.pattern().startsWith("/api/tokens")) {
        assertThat(answer.statusCode()).isEqualTo(403);
      } else if (row.isApi()) {
        check(row, role, answer);
      } else if (!row.who().equals("all")) {
        assertThat(isOut(answer)).as("%s opens %s", role, row).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_token_for_looking_changes_nothing(Row row) throws Exception {
    String made =
        as("admin").postJson("/api/tokens", "{\"name\": \"t\", \"extent\": \"viewer\"}").body();
    Visitor program = Visitor.bearing(port, mapper.readTree(made).get("token").asText());
    if (row.isApi() && !row.pattern().startsWith("/api/tokens")) {
      check(row, "viewer", call(row, program));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void no_session_changes_anything_without_its_page(Row row) {
    if (!row.method().equals("GET")) {
      HttpResponse<?> forged = person("admin").send(row.method(), row.path());
      assertThat(forged.statusCode()).isEqualTo(403);
    }
  }

  private static void check(Row row, String role, HttpResponse<?> answer) {
    if (!row.admits(role)) {
      assertThat(answer.statusCode()).as("%s at %s", role, row).isEqualTo(403);
    } else {
      assertThat(isOut(answer)).as("%s at %s", role, row).isFalse();
      if (!row.who().equals("judged")) {
        assertThat(answer.statusCode()).as("%s at %s", role, row).isNotEqualTo(403);
      }
      assertThat(answer.statusCode()).as("%s at %s", role, row).isLessThan(500);
    }
  }

  private static boolean isOut(HttpResponse<?> answer) {
    String next = answer.headers().firstValue("Location").orElse("");
    return answer.statusCode() == 401 || answer.statusCode() == 302 && next.endsWith("/login");
  }

  private static HttpResponse<?> call(Row row, Visitor visitor) {
    if (row.pattern().endsWith("/events")) {
      HttpResponse<Stream<String>> answer = visitor.stream(row.path());
      answer.body().close();
      return answer;
    }
    if (row.isApi() || row.method().equals("GET")) {
      return visitor.send(row.method(), row.path());
    }
    return visitor.postForm(row.path(), "a=b");
  }
}
