package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedHost;

/** The manager where the world is not as it would like it: it asks, and touches nothing unasked. */
@OnRunningSite
class CautionTest {
  private final Rehearsal rehearsal;

  CautionTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_rejected_plan_changes_nothing_and_keeps_the_reason() {
    String run = rehearsal.submit(SiteText.of("rejected").with("r1", "10.1.0.1"));
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    String digest = task.get("digest").asText();
    assertThat(
            rehearsal.act(rehearsal.approver(), task, "reject", Map.of("digest", digest)).status())
        .as("a rejection without a reason")
        .isEqualTo(422);
    Map<String, String> because = Map.of("digest", digest, "comment", "not on a Friday");
    assertThat(rehearsal.act(rehearsal.approver(), task, "reject", because).status())
        .isEqualTo(200);
    JsonNode rejected = rehearsal.awaitState(run, "rejected");
    assertThat(Rehearsal.texts(rejected.get("journal"), "text"))
        .contains("Rejected: not on a Friday");
    assertThat(rehearsal.host("10.1.0.1").effects()).isEmpty();
  }

  @Test
  void a_foreign_domain_with_a_wanted_name_is_a_conflict_and_is_not_touched() {
    rehearsal.createByHand("10.1.1.1", "taken");
    SiteText file = SiteText.of("conflict").with("taken", "10.1.1.1").with("free", "10.1.1.2");
    String run = rehearsal.submit(file);
    rehearsal.awaitTask(run, "approve-plan");
    JsonNode plan = rehearsal.run(run).get("plan");
    assertThat(Rehearsal.texts(plan.get("steps"), "id")).containsExactly("create-vm:free");
    assertThat(Rehearsal.texts(plan.get("findings"), "kind")).containsExactly("name-conflict");
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied-with-skips");
    assertThat(rehearsal.host("10.1.1.1").effects())
        .extracting(Effect::verb)
        .containsExactly("create-begin", "create");
    assertThat(rehearsal.guests("10.1.1.2")).containsExactly("free");
  }

  @Test
  void a_dead_host_is_unknown_and_its_vms_are_left_as_they_are() {
    SiteText file = SiteText.of("dead").with("d1", "10.1.2.1").with("d2", "10.1.2.2");
    rehearsal.awaitState(rehearsal.apply(file.with("d3", "10.1.2.1")), "applied");
    SimulatedHost dead = rehearsal.host("10.1.2.1");
    dead.refuse();
    String run = rehearsal.submit(file.with("d4", "10.1.2.1").with("d5", "10.1.2.2"));
    rehearsal.awaitTask(run, "approve-plan");
    JsonNode plan = rehearsal.run(run).get("plan");
    assertThat(Rehearsal.texts(plan.get("steps"), "id")).containsExactly("create-vm:d5");
    assertThat(Rehearsal.texts(plan.get("findings"), "kind")).containsOnly("unknown-host");
    assertThat(Rehearsal.texts(plan.get("findings"), "subject")).contains("d3", "d4");
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied-with-skips");
    dead.heal();
    assertThat(rehearsal.guests("10.1.2.1")).containsExactlyInAnyOrder("d1", "d3");
    assertThat(rehearsal.guests("10.1.2.2")).containsExactlyInAnyOrder("d2", "d5");
  }

  @Test
  void a_dead_host_that_comes_back_is_brought_to_what_the_file_says() {
    SiteText file = SiteText.of("back").with("b1", "10.1.3.1");
    rehearsal.host("10.1.3.1").refuse();
    String first = rehearsal.submit(file);
    JsonNode nothing = rehearsal.await(first, "an end", run -> !isUnderWay(run));
    assertThat(nothing.at("/plan/steps")).isEmpty();
    rehearsal.host("10.1.3.1").heal();
    rehearsal.awaitState(rehearsal.apply(file), "applied");
    assertThat(rehearsal.guests("10.1.3.1")).containsExactly("b1");
  }

  @Test
  void a_template_that_cannot_be_read_is_told_as_that_and_not_as_missing() throws IOException {
    Path template = rehearsal.home().templates().resolve("latin1.cfg");
    Files.write(template, "memory = 64 # Gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
    String file =
        new String(SiteText.of("latin").with("l1", "10.1.5.1").bytes(), StandardCharsets.UTF_8);
    Caller.Reply refused =
        rehearsal
            .operator()
            .postXml(
                "/api/site", file.replace("apache_svr", "latin1").getBytes(StandardCharsets.UTF_8));
    Files.delete(template);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("latin1.cfg is not in UTF-8", "Save it as UTF-8")
        .doesNotContain("there is no template");
  }

  private static boolean isUnderWay(JsonNode run) {
    return java.util.List.of("received", "planned", "awaiting-approval", "applying")
        .contains(run.get("state").asText());
  }

  @Test
  void an_approval_is_void_when_the_world_has_changed_since_the_plan() {
    SiteText file = SiteText.of("stale").with("s1", "10.1.4.1").with("s2", "10.1.4.2");
    String run = rehearsal.submit(file);
    String before = rehearsal.awaitTask(run, "approve-plan").get("digest").asText();
    rehearsal.createByHand("10.1.4.1", "s1");
    rehearsal.approve(run);
    rehearsal.await(run, "a new plan", found -> Rehearsal.journal(found).contains("plan-outdated"));
    JsonNode asked = rehearsal.awaitTask(run, "approve-plan");
    assertThat(asked.get("digest").asText()).isNotEqualTo(before);
    JsonNode again = rehearsal.run(run);
    assertThat(again.get("state").asText()).isEqualTo("awaiting-approval");
    assertThat(Rehearsal.texts(again.at("/plan/findings"), "kind"))
        .containsExactly("name-conflict");
    assertThat(rehearsal.guests("10.1.4.2")).isEmpty();
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied-with-skips");
    assertThat(rehearsal.guests("10.1.4.2")).containsExactly("s2");
    assertThat(rehearsal.host("10.1.4.1").count("create")).isOne();
  }

  @Test
  void a_guest_that_does_not_heed_its_shutdown_is_destroyed_after_the_timeout() {
    SiteText file = SiteText.of("deaf").with("deaf1", "10.1.5.1").with("other", "10.1.5.1");
    rehearsal.awaitState(rehearsal.apply(file), "applied");
    rehearsal.host("10.1.5.1").setTime("shutdown", Duration.ofHours(1));
    JsonNode run = rehearsal.awaitState(rehearsal.apply(file.without("deaf1")), "applied");
    assertThat(Rehearsal.journal(run)).contains("command-waiting");
    assertThat(rehearsal.guests("10.1.5.1")).containsExactly("other");
    assertThat(rehearsal.host("10.1.5.1").effects())
        .filteredOn(effect -> effect.name().equals("deaf1"))
        .extracting(Effect::verb)
        .containsExactly("create-begin", "create", "shutdown", "destroy");
  }
}
