package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.run.Holds;

/** People hold the manager back: stop switch, paused runs, filters. */
@OnRunningSite
class HoldsTest {
  private final Rehearsal rehearsal;

  HoldsTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @AfterEach
  void let_go() throws IOException {
    Files.deleteIfExists(rehearsal.home().stopFile());
    rehearsal.admin().post("/api/control/release", Map.of());
  }

  @Test
  void the_stop_switch_lets_nothing_begin_until_it_is_released() {
    rehearsal.host("10.7.0.1").setTime("create", Duration.ofMillis(700));
    String run = rehearsal.apply(several("stopped", "10.7.0.1", 6));
    rehearsal.awaitStep(run, "create-vm:v1", "running");

    Caller.Reply stop = rehearsal.approver().post("/api/control/stop", Map.of("why", "smoke"));

    assertThat(stop.json().at("/stop/by").asText()).isEqualTo("approver");
    JsonNode held =
        rehearsal.await(run, "held", found -> limits(found).contains(Holds.STOP_SWITCH));
    assertThat(Rehearsal.journal(held))
        .contains("stop-switch-thrown")
        .doesNotContain("run-applied");
    String other = rehearsal.apply(several("stopped_too", "10.7.0.2", 1));
    rehearsal.await(other, "held", found -> limits(found).contains(Holds.STOP_SWITCH));
    assertThat(rehearsal.host("10.7.0.2").effects()).isEmpty();

    assertThat(rehearsal.approver().post("/api/control/release", Map.of()).status()).isEqualTo(403);
    rehearsal.operator().post("/api/control/release", Map.of());

    rehearsal.awaitState(run, "applied");
    rehearsal.awaitState(other, "applied");
    assertThat(rehearsal.host("10.7.0.1").count("create")).isEqualTo(6);
  }

  @Test
  void a_file_throws_the_stop_switch_and_only_its_removal_releases_it() throws IOException {
    Files.createFile(rehearsal.home().stopFile());
    String run = rehearsal.apply(several("by_file", "10.7.1.1", 1));
    rehearsal.await(run, "held", found -> limits(found).contains(Holds.STOP_SWITCH));

    Caller.Reply release = rehearsal.admin().post("/api/control/release", Map.of());

    assertThat(release.status()).isEqualTo(409);
    assertThat(release.json().get("detail").asText()).contains("STOP").contains("Remove it");
    assertThat(rehearsal.host("10.7.1.1").effects()).isEmpty();
    Files.delete(rehearsal.home().stopFile());
    rehearsal.awaitState(run, "applied");
  }

  @Test
  void a_paused_run_starts_no_more_steps_until_it_is_resumed() {
    String paused = rehearsal.submit(several("paused", "10.7.2.1", 2));
    rehearsal.awaitTask(paused, "approve-plan");
    assertThat(on(paused, "pause")).isEqualTo(202);
    assertThat(on(paused, "pause")).isEqualTo(409);
    rehearsal.approve(paused);
    rehearsal.await(paused, "held", found -> limits(found).contains(Holds.PAUSED));
    String other = rehearsal.apply(SiteText.of("not_paused").with("o1", "10.7.2.1"));
    rehearsal.awaitState(other, "applied");
    assertThat(rehearsal.guests("10.7.2.1")).hasSize(1);

    assertThat(on(paused, "resume")).isEqualTo(202);

    JsonNode applied = rehearsal.awaitState(paused, "applied");
    assertThat(Rehearsal.journal(applied)).contains("run-paused", "run-resumed");
  }

  @Test
  void a_filter_holds_back_by_its_name_what_it_matches() {
    set("no-v2", Map.of("action", "pause", "host", "10.7.3.*", "vm", "v2", "why", "in repair"));
    String run = rehearsal.apply(several("filtered", "10.7.3.1", 3));
    rehearsal.awaitStep(run, "create-vm:v3", "done");
    assertThat(limits(rehearsal.run(run))).containsExactly("filter no-v2");
    assertThat(rehearsal.guests("10.7.3.1")).containsExactlyInAnyOrder("v1", "v3");

    remove("no-v2");

    rehearsal.awaitState(run, "applied");
  }

  @Test
  void a_rejecting_filter_leaves_steps_out_and_says_why() {
    set("no-more", Map.of("action", "reject", "host", "10.7.4.1", "why", "goes away"));
    String run = rehearsal.apply(several("rejected", "10.7.4.1", 2));

    JsonNode ended = rehearsal.awaitState(run, "applied-with-skips");

    remove("no-more");
    assertThat(Rehearsal.texts(ended.at("/plan/steps"), "state")).containsOnly("skipped");
    assertThat(Rehearsal.texts(ended.get("journal"), "text"))
        .contains("Left out by filter no-more, set by operator: goes away");
    assertThat(rehearsal.host("10.7.4.1").effects()).isEmpty();
  }

  @Test
  void a_wrong_filter_is_refused_with_advice() {
    Caller.Reply reply =
        rehearsal.operator().put("/api/control/filters/x", Map.of("action", "hold", "why", "y"));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("detail").asText()).contains("Use pause, reject or limit");
    assertThat(rehearsal.approver().put("/api/control/filters/x", Map.of()).status())
        .isIn(403, 422);
  }

  private static SiteText several(String set, String host, int vms) {
    SiteText file = SiteText.of(set);
    for (int vm = 1; vm <= vms; vm++) {
      file = file.with("v" + vm, host);
    }
    return file;
  }

  private static List<String> limits(JsonNode run) {
    return Rehearsal.texts(run.at("/plan/steps"), "limit").stream()
        .filter(limit -> !limit.isEmpty())
        .distinct()
        .toList();
  }

  private int on(String run, String act) {
    return rehearsal.operator().post("/api/runs/" + run + "/" + act, Map.of()).status();
  }

  private void set(String name, Map<String, String> filter) {
    Caller.Reply reply = rehearsal.operator().put("/api/control/filters/" + name, filter);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void remove(String name) {
    assertThat(rehearsal.operator().delete("/api/control/filters/" + name).status()).isEqualTo(200);
  }
}
