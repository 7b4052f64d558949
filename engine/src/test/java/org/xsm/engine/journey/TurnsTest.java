package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several files for one set: which run gives way to which. */
@OnRunningSite
class TurnsTest {
  private final Rehearsal rehearsal;

  TurnsTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_newer_file_supersedes_a_run_that_is_not_yet_applying() {
    SiteText file = SiteText.of("newer").with("n1", "10.2.0.1");
    String old = rehearsal.submit(file);
    rehearsal.awaitTask(old, "approve-plan");
    String young = rehearsal.submit(file.with("n2", "10.2.0.1"));
    rehearsal.awaitState(old, "superseded");
    assertThat(rehearsal.task(old, "approve-plan").isMissingNode()).isTrue();
    rehearsal.approve(young);
    rehearsal.awaitState(young, "applied");
    assertThat(rehearsal.guests("10.2.0.1")).containsExactlyInAnyOrder("n1", "n2");
  }

  @Test
  void the_same_content_while_its_run_is_under_way_is_the_same_run() {
    SiteText file = SiteText.of("same").with("s1", "10.2.1.1");
    String run = rehearsal.submit(file);
    assertThat(rehearsal.submit(file)).isEqualTo(run);
    rehearsal.awaitTask(run, "approve-plan");
    rehearsal.drop("same.xml", file.bytes());
    assertThat(rehearsal.submit(file)).isEqualTo(run);
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.operator().get("/api/runs?set=same").json()).hasSize(1);
    String later = rehearsal.submit(file);
    assertThat(later).isNotEqualTo(run);
    rehearsal.awaitState(later, "unchanged");
  }

  @Test
  void a_file_waits_behind_a_run_that_is_applying_and_is_planned_afterwards() {
    SiteText file = SiteText.of("queue").with("q1", "10.2.2.1");
    rehearsal.host("10.2.2.1").setTime("create", Duration.ofSeconds(3));
    String busy = rehearsal.apply(file);
    rehearsal.awaitStep(busy, "create-vm:q1", "running");
    String middle = rehearsal.submit(file.with("q2", "10.2.2.1"));
    String newest = rehearsal.submit(file.with("q3", "10.2.2.2"));
    JsonNode waiting = rehearsal.run(newest);
    assertThat(waiting.get("state").asText()).isEqualTo("received");
    assertThat(Rehearsal.journal(waiting)).contains("run-queued");
    rehearsal.awaitState(middle, "superseded");
    rehearsal.awaitState(busy, "applied");
    rehearsal.approve(newest);
    JsonNode applied = rehearsal.awaitState(newest, "applied");
    assertThat(Rehearsal.texts(applied.at("/plan/steps"), "id")).containsExactly("create-vm:q3");
    assertThat(rehearsal.guests("10.2.2.1")).containsExactly("q1");
    assertThat(rehearsal.host("10.2.2.1").count("create")).isOne();
  }

  @Test
  void cancelling_before_the_approval_ends_the_run_at_once() {
    String run = rehearsal.submit(SiteText.of("early").with("e1", "10.2.3.1"));
    rehearsal.awaitTask(run, "approve-plan");
    assertThat(cancel(rehearsal.approver(), run)).isEqualTo(403);
    assertThat(cancel(rehearsal.operator(), run)).isEqualTo(202);
    rehearsal.awaitState(run, "cancelled");
    assertThat(rehearsal.task(run, "approve-plan").isMissingNode()).isTrue();
    assertThat(cancel(rehearsal.operator(), run)).isEqualTo(409);
    assertThat(rehearsal.host("10.2.3.1").effects()).isEmpty();
  }

  @Test
  void cancelling_while_it_applies_lets_running_steps_end_and_starts_no_others() {
    SiteText file = SiteText.of("late");
    for (int vm = 1; vm <= 6; vm++) {
      file = file.with("l" + vm, "10.2.4.1");
    }
    rehearsal.host("10.2.4.1").setTime("create", Duration.ofMillis(1500));
    String run = rehearsal.apply(file);
    rehearsal.awaitStep(run, "create-vm:l1", "running");
    assertThat(cancel(rehearsal.operator(), run)).isEqualTo(202);
    JsonNode ended = rehearsal.awaitState(run, "cancelled");
    List<String> states = Rehearsal.texts(ended.at("/plan/steps"), "state");
    assertThat(states).containsOnly("done", "skipped");
    long done = states.stream().filter("done"::equals).count();
    assertThat(rehearsal.guests("10.2.4.1")).hasSize((int) done);
    assertThat(states).filteredOn("skipped"::equals).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_step_that_waits_for_a_limit_says_which() {
    SiteText file = SiteText.of("limits");
    for (int vm = 1; vm <= 6; vm++) {
      file = file.with("w" + vm, "10.2.5.1");
    }
    rehearsal.host("10.2.5.1").setTime("create", Duration.ofMillis(700));
    String run = rehearsal.apply(file);
    JsonNode busy = rehearsal.awaitStep(run, "create-vm:w1", "running");
    assertThat(Rehearsal.texts(busy.at("/plan/steps"), "state"))
        .containsExactly("running", "running", "running", "running", "ready", "ready");
    assertThat(Rehearsal.texts(busy.at("/plan/steps"), "limit"))
        .containsExactly("", "", "", "", "commands-per-host", "commands-per-host");
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.2.5.1")).hasSize(6);
  }

  private int cancel(Caller who, String run) {
    return who.post("/api/runs/" + run + "/cancel", java.util.Map.of()).status();
  }
}
