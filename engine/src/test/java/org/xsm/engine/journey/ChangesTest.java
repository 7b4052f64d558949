package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xsm.connectors.simulated.SimulatedHost;

/** VMs that are changed and moved; and hosts that fail meanwhile. */
@OnRunningSite
class ChangesTest {
  private final Rehearsal rehearsal;

  ChangesTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_vm_grows_within_its_head_room_while_it_runs() {
    SiteText file = created(SiteText.of("grow").with("g1", "10.4.0.1"));
    JsonNode ended = applied(file.sized("g1", 80, 2));
    assertThat(Rehearsal.step(ended, "reconfigure-vm:g1").get("cost").asText()).isEqualTo("live");
    assertThat(Rehearsal.step(ended, "reconfigure-vm:g1").get("reason").asText())
        .contains("VCPUS 1 → 2", "MEM 64 → 80");
    assertThat(rehearsal.host("10.4.0.1").count("create")).isOne();
    assertThat(rehearsal.host("10.4.0.1").count("mem-set")).isOne();
    assertThat(nothingIsLeftToDo(file.sized("g1", 80, 2))).isTrue();
  }

  @Test
  void a_vm_that_outgrows_its_head_room_is_restarted_once() {
    SiteText file = created(SiteText.of("outgrow").with("o1", "10.4.1.1"));
    JsonNode ended = applied(file.sized("o1", 512, 1));
    assertThat(Rehearsal.step(ended, "reconfigure-vm:o1").get("cost").asText())
        .isEqualTo("restart");
    assertThat(rehearsal.host("10.4.1.1").count("shutdown")).isOne();
    assertThat(rehearsal.host("10.4.1.1").count("create")).isEqualTo(2);
    assertThat(nothingIsLeftToDo(file.sized("o1", 512, 1))).isTrue();
  }

  @Test
  void a_vm_moves_without_being_restarted() {
    SiteText file = created(SiteText.of("move").with("m1", "10.4.2.1"));
    applied(file.moved("m1", "10.4.2.2"));
    assertThat(rehearsal.guests("10.4.2.1")).isEmpty();
    assertThat(rehearsal.guests("10.4.2.2")).containsExactly("m1");
    assertThat(config("10.4.2.1", "m1")).doesNotExist();
    assertThat(config("10.4.2.2", "m1")).exists();
    assertThat(rehearsal.host("10.4.2.2").count("create")).isZero();
    assertThat(nothingIsLeftToDo(file.moved("m1", "10.4.2.2"))).isTrue();
  }

  @Test
  void two_vms_that_fill_their_hosts_change_places_through_a_third_or_cold() {
    int half = rehearsal.free("10.4.3.1") * 6 / 10;
    SiteText file =
        created(SiteText.of("swap").with("s1", "10.4.3.1", half).with("s2", "10.4.3.2", half));
    applied(file.moved("s1", "10.4.3.2").moved("s2", "10.4.3.1"));
    assertThat(rehearsal.guests("10.4.3.1")).contains("s2").doesNotContain("s1");
    assertThat(rehearsal.guests("10.4.3.2")).containsExactly("s1");
  }

  @Test
  void a_migration_whose_xl_is_killed_ends_with_the_guest_on_one_side() {
    SiteText file = created(SiteText.of("cut").with("c1", "10.4.4.1"));
    rehearsal.host("10.4.4.1").dieDuring("migrate", 1);
    applied(file.moved("c1", "10.4.4.2"));
    assertThat(rehearsal.guests("10.4.4.1")).isEmpty();
    assertThat(rehearsal.guests("10.4.4.2")).containsExactly("c1");
  }

  @Test
  void a_migration_that_does_not_work_may_go_on_cold() {
    SiteText file = created(SiteText.of("cold").with("c1", "10.4.5.1"));
    rehearsal.host("10.4.5.1").fail("migrate", 1, "xc: error: Failed to enable logdirty");
    String run = rehearsal.apply(file.moved("c1", "10.4.5.2"));
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("choices").toString()).contains("choose-cold", "roll-back");
    Map<String, String> cold = Map.of("choice", "choose-cold");
    assertThat(rehearsal.act(rehearsal.operator(), task, "decide", cold).status()).isEqualTo(403);
    assertThat(rehearsal.act(rehearsal.admin(), task, "decide", cold).status()).isEqualTo(200);
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.4.5.1")).isEmpty();
    assertThat(rehearsal.guests("10.4.5.2")).containsExactly("c1");
    assertThat(rehearsal.host("10.4.5.2").count("create")).isOne();
  }

  @Test
  void a_migration_that_does_not_work_may_be_rolled_back() {
    SiteText file = created(SiteText.of("stay").with("y1", "10.4.8.1"));
    rehearsal.host("10.4.8.1").fail("migrate", 1, "xc: error: Failed to enable logdirty");
    String run = rehearsal.apply(file.moved("y1", "10.4.8.2"));
    rehearsal.decide(run, "roll-back");
    JsonNode ended = rehearsal.awaitState(run, "applied-with-skips");
    assertThat(Rehearsal.texts(ended.get("journal"), "text")).contains("Rolled back.");
    assertThat(rehearsal.guests("10.4.8.1")).containsExactly("y1");
    assertThat(rehearsal.guests("10.4.8.2")).isEmpty();
    assertThat(config("10.4.8.1", "y1")).exists();
    assertThat(config("10.4.8.2", "y1")).doesNotExist();
    rehearsal.host("10.4.8.1").heal();
    assertThat(nothingIsLeftToDo(file)).isTrue();
  }

  @Test
  void a_change_that_does_not_work_may_be_rolled_back() {
    SiteText file = created(SiteText.of("back").with("b1", "10.4.9.1"));
    rehearsal.host("10.4.9.1").fail("mem-set", 1, "libxl: error: no");
    String run = rehearsal.apply(file.sized("b1", 80, 2));
    rehearsal.awaitTask(run, "decide-trouble");
    rehearsal.host("10.4.9.1").heal();
    rehearsal.decide(run, "roll-back");
    rehearsal.awaitState(run, "applied-with-skips");
    assertThat(rehearsal.host("10.4.9.1").count("vcpu-set")).isEqualTo(2);
    assertThat(nothingIsLeftToDo(file)).isTrue();
  }

  @Test
  void a_restart_whose_shutdown_was_cut_off_is_still_a_restart() {
    SiteText file = created(SiteText.of("twice").with("w1", "10.4.10.1"));
    rehearsal.host("10.4.10.1").dieDuring("shutdown", 1);
    applied(file.sized("w1", 512, 1));
    assertThat(rehearsal.host("10.4.10.1").count("create")).isEqualTo(2);
    assertThat(nothingIsLeftToDo(file.sized("w1", 512, 1))).isTrue();
  }

  @Test
  void a_guest_that_cannot_be_asked_to_shut_down_is_ended_at_once() {
    SiteText file = created(SiteText.of("deaf").with("d1", "10.4.11.1").with("d2", "10.4.11.1"));
    rehearsal
        .host("10.4.11.1")
        .fail("shutdown", 3, "PV control interface not available: external graceful shutdown");
    JsonNode ended = applied(file.without("d1"));
    assertThat(Rehearsal.texts(ended.get("journal"), "text"))
        .anyMatch(text -> text.startsWith("Row NoShutdown of the rainy-day table: other-way."));
    assertThat(rehearsal.host("10.4.11.1").count("destroy")).isOne();
    assertThat(rehearsal.guests("10.4.11.1")).containsExactly("d2");
  }

  @Test
  void a_vm_of_a_silent_host_starts_elsewhere_only_when_a_person_says_that_it_is_off() {
    SiteText file = created(SiteText.of("fence").with("f1", "10.4.6.1").with("f2", "10.4.6.2"));
    rehearsal.host("10.4.6.1").refuse();
    String run = rehearsal.apply(file.moved("f1", "10.4.6.2"));
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("evidence").asText()).contains("not-confirmed", "10.4.6.1");
    assertThat(rehearsal.guests("10.4.6.2")).containsExactly("f2");
    rehearsal.decide(run, "confirm-off");
    rehearsal.awaitStep(run, "migrate-vm:f1", "done");
    assertThat(rehearsal.guests("10.4.6.2")).containsExactlyInAnyOrder("f1", "f2");
  }

  @Test
  void a_host_that_answers_is_not_off_whatever_a_person_says() {
    SiteText file = created(SiteText.of("alive").with("a1", "10.4.7.1"));
    SimulatedHost host = rehearsal.host("10.4.7.1");
    host.refuse();
    String run = rehearsal.apply(file.moved("a1", "10.4.7.2"));
    rehearsal.awaitTask(run, "decide-trouble");
    host.heal();
    rehearsal.decide(run, "confirm-off");
    rehearsal.await(
        run,
        "trouble again",
        found -> found.get("journal").toString().contains("so it is not off"));
    assertThat(rehearsal.guests("10.4.7.2")).isEmpty();
    rehearsal.decide(run, "skip");
    rehearsal.awaitState(run, "applied-with-skips");
    assertThat(rehearsal.guests("10.4.7.1")).containsExactly("a1");
  }

  private SiteText created(SiteText file) {
    applied(file);
    return file;
  }

  private JsonNode applied(SiteText file) {
    return rehearsal.awaitState(rehearsal.apply(file), "applied");
  }

  private boolean nothingIsLeftToDo(SiteText file) {
    String run = rehearsal.submit(file);
    return rehearsal
        .await(
            run,
            "its end",
            found ->
                Map.of("unchanged", 1, "awaiting-approval", 1)
                    .containsKey(found.get("state").asText()))
        .get("state")
        .asText()
        .equals("unchanged");
  }

  private java.nio.file.Path config(String host, String vm) {
    return rehearsal.host(host).folder().resolve("var/lib/xsm/guests/" + vm + ".cfg");
  }
}
