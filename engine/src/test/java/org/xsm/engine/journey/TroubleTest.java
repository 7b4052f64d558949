package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedHost;

/** Hosts that say no, fall silent or die in the middle; and the people who decide then. */
@OnRunningSite
class TroubleTest {
  private static final int KILLED = 137;
  private static final String NO_LOADER = "xc: error: panic: xg_dom_core.c: no loader found";

  private final Rehearsal rehearsal;

  TroubleTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_create_that_fails_twice_and_then_works_needs_nobody() {
    rehearsal.host("10.3.0.1").fail("create", KILLED, "Killed", 2);
    String run = rehearsal.apply(SiteText.of("twice").with("t1", "10.3.0.1"));
    JsonNode ended = rehearsal.awaitState(run, "applied");
    assertThat(Collections.frequency(Rehearsal.journal(ended), "step-troubled")).isEqualTo(2);
    assertThat(Collections.frequency(Rehearsal.journal(ended), "step-retried")).isEqualTo(2);
    assertThat(rehearsal.guests("10.3.0.1")).containsExactly("t1");
  }

  @Test
  void a_person_may_try_again_when_the_cause_is_gone() {
    SimulatedHost host = brokenHost("10.3.1.1");
    String run = rehearsal.apply(SiteText.of("again").with("a1", "10.3.1.1"));
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("step").asText()).isEqualTo("create-vm:a1");
    assertThat(task.get("evidence").asText()).contains("no loader found");
    assertThat(rehearsal.act(rehearsal.approver(), task, "decide", choice("skip")).status())
        .isEqualTo(403);
    assertThat(rehearsal.act(rehearsal.operator(), task, "decide", choice("sulk")).status())
        .isEqualTo(422);
    host.heal();
    rehearsal.decide(run, "try-again");
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.3.1.1")).containsExactly("a1");
    assertThat(host.count("create")).isOne();
  }

  @Test
  void a_skipped_step_marks_the_run_for_good() {
    brokenHost("10.3.2.1");
    String run = rehearsal.apply(twoHosts("skip", "10.3.2"));
    rehearsal.decide(run, "skip");
    JsonNode ended = rehearsal.awaitState(run, "applied-with-skips");
    assertThat(Rehearsal.stepState(ended, "create-vm:bad")).isEqualTo("skipped");
    assertThat(Rehearsal.stepState(ended, "create-vm:good")).isEqualTo("done");
  }

  @Test
  void a_step_that_is_given_up_makes_the_run_fail() {
    brokenHost("10.3.3.1");
    String run = rehearsal.apply(twoHosts("give-up", "10.3.3"));
    rehearsal.decide(run, "give-up");
    JsonNode ended = rehearsal.awaitState(run, "failed");
    assertThat(Rehearsal.stepState(ended, "create-vm:bad")).isEqualTo("failed");
    assertThat(rehearsal.guests("10.3.3.2")).containsExactly("good");
  }

  @Test
  void rolling_back_removes_what_the_step_has_left() {
    SimulatedHost host = rehearsal.host("10.3.4.1");
    host.dieDuring("create", 10);
    String run = rehearsal.apply(twoHosts("roll-back", "10.3.4"));
    rehearsal.decide(run, "roll-back");
    host.heal();
    JsonNode ended = rehearsal.awaitState(run, "applied-with-skips");
    assertThat(Rehearsal.stepState(ended, "create-vm:bad")).isEqualTo("skipped");
    assertThat(rehearsal.guests("10.3.4.1")).isEmpty();
    assertThat(host.folder().resolve("var/lib/xsm/guests/bad.cfg")).doesNotExist();
    assertThat(rehearsal.guests("10.3.4.2")).containsExactly("good");
  }

  @Test
  void a_file_dropped_after_a_skip_asks_for_what_was_skipped() {
    SimulatedHost host = brokenHost("10.3.5.1");
    SiteText file = twoHosts("skip-then", "10.3.5");
    String run = rehearsal.apply(file);
    rehearsal.decide(run, "skip");
    rehearsal.awaitState(run, "applied-with-skips");
    host.heal();
    JsonNode ended = rehearsal.awaitState(rehearsal.apply(file), "applied");
    assertThat(Rehearsal.texts(ended.at("/plan/steps"), "id")).containsExactly("create-vm:bad");
  }

  @Test
  void a_host_that_dies_in_the_middle_holds_back_only_its_own_steps() {
    SiteText file = SiteText.of("middle");
    for (int vm = 1; vm <= 6; vm++) {
      file = file.with("m" + vm, "10.3.6." + (vm % 2 + 1));
    }
    SimulatedHost dying = rehearsal.host("10.3.6.1");
    dying.setTime("create", java.time.Duration.ofSeconds(1));
    String run = rehearsal.apply(file);
    rehearsal.await(run, "a create on the host", found -> !dying.effects().isEmpty());
    dying.refuse();
    for (String vm : new String[] {"m1", "m3", "m5"}) {
      rehearsal.awaitStep(run, "create-vm:" + vm, "done");
    }
    rehearsal.awaitStep(run, "create-vm:m6", "trouble");
    dying.heal();
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.3.6.1")).containsExactlyInAnyOrder("m2", "m4", "m6");
    assertThat(dying.effects())
        .filteredOn(effect -> effect.verb().equals("create") && effect.succeeded())
        .extracting(Effect::name)
        .containsExactlyInAnyOrder("m2", "m4", "m6");
  }

  @Test
  void an_xl_that_is_killed_after_its_work_has_done_it_once() {
    SimulatedHost host = rehearsal.host("10.3.7.1");
    host.dieAfter("create", 1);
    String run = rehearsal.apply(SiteText.of("killed").with("k1", "10.3.7.1"));
    rehearsal.awaitState(run, "applied");
    assertThat(host.count("create")).isOne();
    assertThat(rehearsal.guests("10.3.7.1")).containsExactly("k1");
  }

  private SimulatedHost brokenHost(String address) {
    SimulatedHost host = rehearsal.host(address);
    host.fail("create", 3, NO_LOADER);
    return host;
  }

  private static SiteText twoHosts(String set, String net) {
    return SiteText.of(set).with("bad", net + ".1").with("good", net + ".2");
  }

  private static java.util.Map<String, String> choice(String choice) {
    return java.util.Map.of("choice", choice);
  }
}
