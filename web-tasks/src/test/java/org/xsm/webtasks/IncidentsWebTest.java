package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xsm.workflows.run.Incident;

/** What of the manager itself has failed: seen by everybody, tried again by operators. */
class IncidentsWebTest extends ServerTest {
  @Autowired FakeIncidents desk;

  @BeforeEach
  void fail() {
    desk.incidents.add(
        new Incident(
            "f1",
            "provision-site/ObserveSite",
            "boom " + Samples.HOSTILE,
            3,
            Samples.NOW,
            List.of(Samples.APPLYING)));
  }

  @AfterEach
  void mend() {
    desk.incidents.clear();
  }

  @Test
  void an_incident_is_shown_with_cause_count_and_runs() {
    assertThat(person("viewer").get("/control").body())
        .contains("provision-site/ObserveSite", "boom &lt;script&gt;", "/runs/" + Samples.APPLYING)
        .doesNotContain("<script>alert");
  }

  @Test
  void an_operator_tries_it_again() {
    assertThat(person("operator").postForm("/control/incidents/f1/retry", "").statusCode())
        .isEqualTo(302);
    assertThat(person("operator").get("/control").body()).contains("No part of XSM itself");
    assertThat(person("operator").postForm("/control/incidents/f1/retry", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void who_only_looks_cannot() {
    assertThat(person("viewer").postForm("/control/incidents/f1/retry", "").statusCode())
        .isEqualTo(403);
    assertThat(desk.incidents).hasSize(1);
  }

  @Test
  void programs_see_and_retry_it_alike() throws Exception {
    assertThat(json(person("viewer").get("/api/incidents")).at("/0/count").asInt()).isEqualTo(3);
    assertThat(as("operator").postJson("/api/incidents/f1/retry", "{}"))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(200);
    assertThat(desk.incidents).isEmpty();
  }
}
