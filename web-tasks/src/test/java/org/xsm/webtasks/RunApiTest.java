package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class RunApiTest extends ServerTest {
  @Test
  void runs_are_listed_in_kebab_case() throws Exception {
    JsonNode runs = json(as("viewer").get("/api/runs"));

    assertThat(runs).hasSize(8);
    JsonNode first = runs.get(0);
    assertThat(first.get("id").asText()).isEqualTo(Samples.APPROVING.value());
    assertThat(first.get("set").asText()).isEqualTo("My_site");
    assertThat(first.get("state").asText()).isEqualTo("awaiting-approval");
    assertThat(first.get("submittedBy").asText()).isEqualTo("operator");
    assertThat(first.get("submittedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(first.has("plan")).isFalse();
  }

  @Test
  void runs_are_narrowed_to_a_state_and_a_set() throws Exception {
    assertThat(json(as("viewer").get("/api/runs?state=applied-with-skips"))).hasSize(1);
    assertThat(json(as("viewer").get("/api/runs?set=other"))).isEmpty();
    assertThat(json(as("viewer").get("/api/runs?set=&state="))).hasSize(8);
  }

  @Test
  void an_unknown_state_is_answered_with_the_known_ones() throws Exception {
    HttpResponse<String> answer = as("viewer").get("/api/runs?state=dancing");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").asText()).contains("dancing").contains("superseded");
  }

  @Test
  void a_run_has_its_plan_and_its_journal() throws Exception {
    JsonNode run = json(as("viewer").get("/api/runs/" + Samples.APPLYING));

    assertThat(run.at("/plan/steps/0/state").asText()).isEqualTo("done");
    assertThat(run.at("/plan/steps/2/state").asText()).isEqualTo("trouble");
    assertThat(run.at("/plan/steps/3/limit").asText()).isEqualTo("commands per host (4)");
    assertThat(run.at("/plan/steps/0").has("limit")).isFalse();
    assertThat(run.at("/journal/0/kind").asText()).isEqualTo("run-received");
    assertThat(run.at("/journal/0/number").asInt()).isEqualTo(1);
    assertThat(run.at("/journal/6/step").asText()).isEqualTo("create-vm:vm1");
  }

  @Test
  void a_run_gives_its_file_back_as_it_came() {
    HttpResponse<String> file = as("viewer").get("/api/runs/" + Samples.APPLYING + "/site.xml");

    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).contains("xml");
    assertThat(file.body()).isEqualTo("<XSMConfig/>");
    assertThat(as("viewer").get("/api/runs/nobody/site.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void an_unknown_run_is_a_problem_document() throws Exception {
    HttpResponse<String> answer = as("viewer").get("/api/runs/nobody");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("detail").asText()).contains("nobody");
    assertThat(as("admin").post("/api/runs/nobody/cancel", "").statusCode()).isEqualTo(404);
  }

  @Test
  void a_run_is_cancelled() {
    assertThat(as("operator").post("/api/runs/" + Samples.APPLYING + "/cancel", "").statusCode())
        .isEqualTo(202);
    assertThat(runs.cancelled).containsExactly(Samples.APPLYING);
  }

  @Test
  void a_run_that_has_ended_cannot_be_cancelled() throws Exception {
    HttpResponse<String> answer =
        as("operator").post("/api/runs/" + Samples.APPLIED + "/cancel", "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("detail").asText()).isEqualTo("The run has ended already.");
  }

  @Test
  void a_call_that_does_not_exist_is_a_problem_document() throws Exception {
    HttpResponse<String> unknown = as("admin").get("/api/nonsense");
    HttpResponse<String> wrongMethod = as("admin").get("/api/plan");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(json(unknown).get("status").asInt()).isEqualTo(404);
    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(wrongMethod.headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }
}
