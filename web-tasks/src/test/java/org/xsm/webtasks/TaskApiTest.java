package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskApiTest extends ServerTest {
  private static final String TASK = "/api/tasks/" + Samples.APPROVAL;
  private static final String SEEN = "{\"digest\":\"" + Samples.DIGEST + "\"}";

  @Test
  void tasks_say_what_they_need() throws Exception {
    JsonNode task = json(as("approver").get("/api/tasks")).get(0);

    assertThat(task.get("id").asText()).isEqualTo(Samples.APPROVAL.value());
    assertThat(task.get("kind").asText()).isEqualTo("approve-plan");
    assertThat(task.get("run").asText()).isEqualTo(Samples.APPROVING.value());
    assertThat(task.get("digest").asText()).isEqualTo(Samples.DIGEST);
    assertThat(task.get("title").asText()).startsWith("Approve the plan");
    assertThat(task.get("candidates").get(0).asText()).isEqualTo("approver");
    assertThat(task.get("assignee").isNull()).isTrue();
    assertThat(task.get("due").asText()).endsWith("Z");
  }

  @Test
  void a_task_is_claimed_and_released_without_a_body() {
    assertThat(as("approver").post(TASK + "/claim", "").statusCode()).isEqualTo(200);
    assertThat(inbox.tasks.get(Samples.APPROVAL).assignee()).contains("approver");
    assertThat(as("approver").postJson(TASK + "/release", "{}").statusCode()).isEqualTo(200);
    assertThat(inbox.tasks.get(Samples.APPROVAL).assignee()).isEmpty();
  }

  @Test
  void a_plan_is_approved_by_its_digest() {
    assertThat(as("approver").postJson(TASK + "/approve", SEEN).statusCode()).isEqualTo(200);
    assertThat(inbox.decisions).containsExactly("approved by approver");
  }

  @Test
  void a_stale_digest_is_refused_with_the_reason() throws Exception {
    HttpResponse<String> answer =
        as("approver").postJson(TASK + "/approve", "{\"digest\":\"old\"}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("detail").asText()).contains("has changed");
    assertThat(inbox.decisions).isEmpty();
  }

  @Test
  void who_may_not_is_told_why() throws Exception {
    HttpResponse<String> answer = as("viewer").postJson(TASK + "/approve", SEEN);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).get("detail").asText()).isEqualTo("You are not an approver.");
  }

  @Test
  void a_rejection_needs_a_reason() {
    assertThat(as("approver").postJson(TASK + "/reject", SEEN).statusCode()).isEqualTo(422);
    String withReason = SEEN.replace("}", ",\"comment\":\"not on Friday\"}");
    assertThat(as("approver").postJson(TASK + "/reject", withReason).statusCode()).isEqualTo(200);
    assertThat(inbox.decisions).containsExactly("rejected by approver: not on Friday");
  }

  @Test
  void an_approval_without_a_digest_says_that_it_is_missing() throws Exception {
    HttpResponse<String> answer = as("approver").postJson(TASK + "/approve", "{}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("detail").asText()).contains("digest");
  }

  @Test
  void a_trouble_is_decided_by_an_operator() {
    String path = "/api/tasks/" + Samples.TROUBLE + "/decide";

    assertThat(as("operator").postJson(path, "{\"choice\":\"dance\"}").statusCode()).isEqualTo(422);
    assertThat(as("operator").postJson(path, "{\"choice\":\"skip\"}").statusCode()).isEqualTo(200);
    assertThat(inbox.decisions).containsExactly("skip by operator");
  }

  @Test
  void an_unknown_task_is_not_found() {
    assertThat(as("admin").post("/api/tasks/nobody/claim", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\""})
  void a_body_that_is_no_decision_is_a_problem_document(String body) {
    HttpResponse<String> answer = as("approver").postJson(TASK + "/approve", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_body_of_another_type_is_refused() {
    assertThat(as("approver").post(TASK + "/approve", SEEN, "Content-Type", "text/plain"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(415);
  }
}
