package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteApiTest extends ServerTest {
  private static final String FILE = "<XSMConfig/>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/xml",
        "application/octet-stream",
        "text/plain",
        "application/x-www-form-urlencoded"
      })
  void a_site_file_is_taken_byte_for_byte_under_any_content_type(String type) throws Exception {
    HttpResponse<String> answer = as("operator").post("/api/site", FILE, "Content-Type", type);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).get("run").asText()).isEqualTo(Samples.APPROVING.value());
    assertThat(site.submitted).hasSize(1);
    assertThat(new String(site.submitted.get(0).content(), StandardCharsets.UTF_8)).isEqualTo(FILE);
    assertThat(site.submitted.get(0).submittedBy()).isEqualTo("operator");
  }

  @Test
  void a_site_file_without_a_content_type_is_taken() {
    assertThat(as("admin").post("/api/site", FILE).statusCode()).isEqualTo(202);
  }

  @Test
  void each_call_is_a_claim_of_its_own() {
    as("operator").post("/api/site", FILE);
    as("operator").post("/api/site", FILE);

    assertThat(site.submitted).extracting("claim").doesNotHaveDuplicates().hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/site", "/api/plan"})
  void a_wrong_file_is_answered_with_all_its_problems(String path) throws Exception {
    HttpResponse<String> answer = as("operator").post(path, "wrong");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer).get("problems").get(0);
    assertThat(json(answer).get("problems")).hasSize(2);
    assertThat(problem.get("line").asInt()).isEqualTo(2);
    assertThat(problem.get("where").asText()).isEqualTo("VM vm2/MEM");
    assertThat(problem.get("message").asText()).isEqualTo("'lots<script>' is not a number");
    assertThat(problem.get("advice").asText()).isEqualTo("Write a number of MiB.");
  }

  @Test
  void a_file_of_more_than_16_mib_is_refused() throws Exception {
    HttpResponse<String> announced =
        as("operator").postBytes("/api/site", BodyPublishers.ofByteArray(new byte[18 << 20]));

    assertThat(announced.statusCode()).isEqualTo(413);
    assertThat(json(announced).get("detail").asText()).contains("16 MiB");
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void a_file_whose_length_is_not_announced_is_counted() throws Exception {
    byte[] large = new byte[(16 << 20) + 1];
    HttpResponse<String> answer =
        as("operator")
            .postBytes(
                "/api/site", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void a_file_of_16_mib_is_taken() {
    HttpResponse<String> answer =
        as("operator").postBytes("/api/site", BodyPublishers.ofByteArray(new byte[16 << 20]));

    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void a_plan_is_shown_without_a_run() throws Exception {
    HttpResponse<String> answer = as("operator").post("/api/plan", FILE);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode plan = json(answer);
    assertThat(plan.get("digest").asText()).isEqualTo(Samples.DIGEST);
    assertThat(plan.get("findings")).hasSize(2);
    JsonNode step = plan.get("steps").get(3);
    assertThat(step.get("id").asText()).isEqualTo("create-vm:vm4");
    assertThat(step.get("kind").asText()).isEqualTo("create-vm");
    assertThat(step.get("manner").asText()).isEqualTo("plain");
    assertThat(step.has("from")).isFalse();
    assertThat(step.get("target").asText()).isEqualTo("vm4");
    assertThat(step.get("host").asText()).isEqualTo("192.168.5.104");
    assertThat(step.get("state").asText()).isEqualTo("waiting");
    assertThat(step.get("waitsFor").get(0).asText()).isEqualTo("retire-vm:vm9");
    assertThat(step.get("cost").asText()).isEqualTo("none");
    assertThat(step.get("reason").asText()).contains("vm4 is wanted");
    assertThat(step.get("estimate").asInt()).isEqualTo(15);
    assertThat(step.get("guestConfig").asText()).contains("vif");
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void the_site_stands_wanted_beside_found() throws Exception {
    JsonNode answer = json(as("viewer").get("/api/site"));

    JsonNode set = answer.get("sets").get(0);
    assertThat(set.get("name").asText()).isEqualTo("My_site");
    JsonNode vm1 = set.get("vms").get(0);
    assertThat(vm1.at("/wanted/host").asText()).isEqualTo("192.168.5.101");
    assertThat(vm1.at("/wanted/memory").asInt()).isEqualTo(96);
    assertThat(vm1.at("/found/state").asText()).isEqualTo("running");
    assertThat(vm1.at("/found/uuid").asText()).hasSize(36);
    assertThat(set.get("vms").get(4).get("found").isNull()).isTrue();
    assertThat(set.at("/hosts/0/state").asText()).isEqualTo("up");
    assertThat(set.at("/hosts/0/memory/free").asInt()).isEqualTo(900);
    JsonNode lab = answer.get("sets").get(1);
    assertThat(lab.at("/hosts/0/state").asText()).isEqualTo("unknown");
    assertThat(lab.at("/hosts/0/memory").isMissingNode()).isTrue();
  }

  @Test
  void the_site_is_given_as_a_site_file() {
    HttpResponse<String> answer = as("viewer").get("/api/site.xml");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").get()).startsWith("application/xml");
    assertThat(answer.body()).isEqualTo("<XSMConfig sets=\"2\"/>");
  }

  @Test
  void the_api_is_described() throws Exception {
    JsonNode description = json(as("viewer").get("/v3/api-docs"));

    assertThat(description.get("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/api/site",
            "/api/site.xml",
            "/api/plan",
            "/api/runs",
            "/api/runs/{id}",
            "/api/runs/{id}/site.xml",
            "/api/runs/{id}/cancel",
            "/api/runs/{id}/pause",
            "/api/runs/{id}/resume",
            "/api/incidents",
            "/api/incidents/{id}/retry",
            "/api/hosts/{name}/probe",
            "/api/machines/unknown",
            "/api/machines/unknown/{mac}/accept",
            "/api/machines/unknown/{mac}/ignore",
            "/api/control",
            "/api/control/stop",
            "/api/control/release",
            "/api/control/filters/{name}",
            "/api/tasks",
            "/api/tasks/{id}/claim",
            "/api/tasks/{id}/release",
            "/api/tasks/{id}/approve",
            "/api/tasks/{id}/reject",
            "/api/tasks/{id}/send-back",
            "/api/tasks/{id}/decide",
            "/api/tokens",
            "/api/tokens/{id}",
            "/api/audit",
            "/api/audit.csv");
    description
        .findValues("parameters")
        .forEach(
            asked -> assertThat(asked.toString()).doesNotContain("#/components/schemas/Person"));
    assertThat(description.at("/components/schemas").has("Person")).isFalse();
  }
}
