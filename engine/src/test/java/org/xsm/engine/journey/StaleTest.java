package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The site changes under an approved plan, after its first step and before a risky one. */
@OnRunningSite
class StaleTest {
  private final Rehearsal rehearsal;

  StaleTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_stranger_on_the_target_voids_the_approval_and_what_was_approved_is_not_asked_again() {
    SiteText file = created(SiteText.of("void").with("v1", "10.8.0.1"));
    String run = held(file.moved("v1", "10.8.0.2"), "10.8.0.1", "migrate-vm:v1");
    rehearsal.createByHand("10.8.0.2", "stranger");

    rehearsal.letGo("void-void");

    JsonNode ended = rehearsal.awaitState(run, "applied");
    assertThat(Rehearsal.journal(ended))
        .containsSubsequence(
            "applying-started", "approval-voided", "plan-made", "applying-started", "step-done");
    assertThat(Rehearsal.journal(ended)).containsOnlyOnce("approval-requested");
    assertThat(Rehearsal.texts(ended.get("journal"), "text"))
        .anyMatch(text -> text.startsWith("The approval is void: a domain that is not ours"));
    assertThat(rehearsal.guests("10.8.0.2")).containsExactlyInAnyOrder("stranger", "v1");
  }

  @Test
  void a_vm_that_was_changed_by_hand_is_asked_about_anew_and_the_rest_is_not() {
    SiteText file =
        created(
            SiteText.of("hand")
                .with("h1", "10.8.1.1")
                .with("h2", "10.8.1.1")
                .with("h3", "10.8.1.2"));
    SiteText bigger = file.sized("h1", 512, 1).without("h2").sized("h3", 512, 1);
    String run = held(bigger, "10.8.1.1", "reconfigure-vm:h1");
    rehearsal.awaitStep(run, "reconfigure-vm:h3", "done");
    rehearsal.xl("10.8.1.1", "mem-set", "h1", "80");

    rehearsal.letGo("void-hand");

    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    assertThat(task.get("title").asText()).contains("1 change").doesNotContain("retire");
    assertThat(task.get("evidence").asText()).contains("only what is new is asked");
    JsonNode asked = rehearsal.run(run);
    for (JsonNode step : asked.at("/plan/steps")) {
      boolean isNew = step.get("id").asText().equals("reconfigure-vm:h1");
      assertThat(step.get("approved").asBoolean()).isEqualTo(!isNew);
    }
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.8.1.1")).containsExactly("h1");
    assertThat(rehearsal.host("10.8.1.2").count("shutdown")).isOne();
  }

  @Test
  void a_vm_that_somebody_has_ended_by_hand_leaves_nothing_to_retire() {
    SiteText file = created(SiteText.of("gone").with("g1", "10.8.2.1").with("g2", "10.8.2.1"));
    String run = held(file.without("g1"), "10.8.2.1", "retire-vm:g1");
    rehearsal.xl("10.8.2.1", "destroy", "g1");

    rehearsal.letGo("void-gone");

    JsonNode ended = rehearsal.await(run, "an end", StaleTest::isOver);
    assertThat(ended.get("state").asText()).isEqualTo("applied");
    assertThat(Rehearsal.journal(ended)).contains("approval-voided");
    assertThat(rehearsal.guests("10.8.2.1")).containsExactly("g2");
  }

  @Test
  void a_run_that_is_planned_afresh_may_be_cancelled() {
    SiteText file = created(SiteText.of("stop").with("s1", "10.8.3.1"));
    String run = held(file.sized("s1", 512, 1), "10.8.3.1", "reconfigure-vm:s1");
    rehearsal.xl("10.8.3.1", "mem-set", "s1", "80");
    rehearsal.letGo("void-stop");
    rehearsal.awaitTask(run, "approve-plan");
    rehearsal.operator().post("/api/runs/" + run + "/cancel", java.util.Map.of());
    JsonNode ended = rehearsal.awaitState(run, "cancelled");
    assertThat(Rehearsal.texts(ended.get("journal"), "text"))
        .contains("Cancelled before anything more was done.");
    assertThat(rehearsal.host("10.8.3.1").count("shutdown")).isZero();
  }

  @Test
  void two_runs_that_are_approved_for_the_same_memory_never_both_take_it() {
    int most = rehearsal.free("10.8.4.1") * 6 / 10;
    rehearsal.host("10.8.4.1").setTime("create", java.time.Duration.ofSeconds(3));
    String first = rehearsal.submit(SiteText.of("greedy").with("big1", "10.8.4.1", most));
    String second = rehearsal.submit(SiteText.of("greedy_too").with("big2", "10.8.4.1", most));
    rehearsal.approve(first);
    rehearsal.awaitStep(first, "create-vm:big1", "running");

    rehearsal.approve(second);

    JsonNode ended = rehearsal.await(second, "an end", StaleTest::isOver);
    assertThat(Rehearsal.journal(ended)).contains("plan-outdated").doesNotContain("step-troubled");
    assertThat(Rehearsal.texts(ended.at("/plan/findings"), "kind")).containsExactly("no-memory");
    rehearsal.awaitState(first, "applied");
    assertThat(rehearsal.guests("10.8.4.1")).contains("big1").doesNotContain("big2");
  }

  private static boolean isOver(JsonNode run) {
    return !java.util.List.of("received", "planned", "awaiting-approval", "applying")
        .contains(run.get("state").asText());
  }

  private SiteText created(SiteText file) {
    rehearsal.awaitState(rehearsal.apply(file), "applied");
    return file;
  }

  /** An approved run of which this step waits for a filter of its host. */
  private String held(SiteText file, String host, String step) {
    String filter = "void-" + file.set();
    rehearsal.hold(filter, host);
    String run = rehearsal.apply(file);
    rehearsal.await(
        run,
        step + " held",
        found ->
            Rehearsal.texts(found.at("/plan/steps"), "limit").contains("filter " + filter)
                && Rehearsal.stepState(found, step).equals("ready"));
    return run;
  }
}
