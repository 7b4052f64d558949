package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What is asked even where the policy asks nobody. */
@OnRunningSite
@TestPropertySource(
    properties = {
      "xsm.approval.policy=auto-approve",
      "camunda.bpm.generate-unique-process-engine-name=true"
    })
class AutoApproveTest {
  private final Rehearsal rehearsal;

  AutoApproveTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_plan_that_retires_much_of_the_site_is_asked_about_all_the_same() {
    SiteText file = SiteText.of("mass");
    for (int vm = 1; vm <= 4; vm++) {
      file = file.with("m" + vm, "10.4.0." + vm);
    }
    rehearsal.awaitState(rehearsal.submit(file), "applied");
    rehearsal.awaitState(rehearsal.submit(file.without("m4")), "applied");
    String run = rehearsal.submit(file.without("m2").without("m3").without("m4"));
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    assertThat(task.get("evidence").asText()).isNotBlank();
    assertThat(Rehearsal.texts(rehearsal.run(run).at("/plan/findings"), "kind"))
        .containsExactly("mass-change");
    assertThat(rehearsal.guests("10.4.0.2")).containsExactly("m2");
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.4.0.2")).isEmpty();
    assertThat(rehearsal.guests("10.4.0.1")).containsExactly("m1");
  }
}
