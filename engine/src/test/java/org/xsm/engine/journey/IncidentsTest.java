package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

/** A part of the manager itself has failed as often as it is tried. */
@OnRunningSite
class IncidentsTest {
  private final Rehearsal rehearsal;
  private final RuntimeService runtime;
  private final ManagementService jobs;

  IncidentsTest(Rehearsal rehearsal, RuntimeService runtime, ManagementService jobs) {
    this.rehearsal = rehearsal;
    this.runtime = runtime;
    this.jobs = jobs;
  }

  @Test
  void what_stands_still_is_listed_with_its_run_and_goes_on_when_it_is_tried_again() {
    String run = rehearsal.submit(SiteText.of("incident").with("i1", "10.9.7.1"));
    rehearsal.awaitTask(run, "approve-plan");
    String job = timerOf(run);
    jobs.setJobRetries(job, 0);

    JsonNode incident = find(run).orElseThrow();
    assertThat(incident.get("where").asText()).startsWith("provision-site/");
    assertThat(incident.get("count").asInt()).isPositive();

    String retry = "/api/incidents/" + incident.get("id").asText() + "/retry";
    assertThat(rehearsal.approver().post(retry, Map.of()).status()).isEqualTo(403);
    assertThat(rehearsal.operator().post(retry, Map.of()).status()).isEqualTo(200);
    assertThat(find(run)).isEmpty();
    assertThat(jobs.createJobQuery().jobId(job).singleResult().getRetries()).isOne();
    rehearsal.operator().post("/api/runs/" + run + "/cancel", Map.of());
  }

  private String timerOf(String run) {
    String instance =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(run).singleResult().getId();
    return jobs.createJobQuery().processInstanceId(instance).timers().list().get(0).getId();
  }

  private Optional<JsonNode> find(String run) {
    JsonNode incidents = rehearsal.operator().get("/api/incidents").json();
    return StreamSupport.stream(incidents.spliterator(), false)
        .filter(incident -> incident.get("runs").toString().contains(run))
        .findFirst();
  }
}
