package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.command.TroubleKind;

/** Asks the rainy-day table about every kind of trouble, try after try. */
class RainyDayTableTest {
  private static Table table;

  @BeforeAll
  static void open() {
    table = Table.open("rainy-day");
  }

  @ParameterizedTest
  @CsvSource({
    "create-vm, unreachable,  PT5S PT15S PT60S ask ask",
    "retire-vm, unreachable,  PT5S PT15S PT60S ask ask",
    "create-vm, timed-out,    PT5S PT5S ask ask ask",
    "create-vm, interrupted,  PT1S PT1S PT1S ask ask",
    "create-vm, no-memory,    PT10S PT10S ask ask ask",
    "create-vm, vm-gone,      PT5S ask ask ask ask",
    "retire-vm, vm-gone,      ask ask ask ask ask",
    "create-vm, not-admitted, ask ask ask ask ask",
    "create-vm, bad-config,   ask ask ask ask ask",
    "create-vm, name-taken,   ask ask ask ask ask",
    "create-vm, refused,      ask ask ask ask ask",
    "migrate-vm, not-confirmed, ask ask ask ask ask",
    "migrate-vm, unclear,     ask ask ask ask ask",
    "create-vm, never-heard,  ask ask ask ask ask",
  })
  void trouble_is_waited_out_a_few_times_and_then_a_person_is_asked(
      String stepKind, String troubleKind, String answers) {
    assertThat(answers(stepKind, troubleKind, "xl: error")).isEqualTo(answers);
  }

  @ParameterizedTest
  @EnumSource(TroubleKind.class)
  void a_host_that_is_too_slow_for_its_own_scripts_is_given_time_whatever_the_kind(
      TroubleKind kind) {
    String said =
        "libxl: error: libxl_aoutils.c:539:async_exec_timeout: killing execution of"
            + " /etc/xen/scripts/vif-bridge online because of timeout";
    assertThat(answers("create-vm", kind.label(), said)).isEqualTo("PT5S PT30S ask ask ask");
  }

  @ParameterizedTest
  @EnumSource(
      value = TroubleKind.class,
      names = {"NAME_TAKEN", "REFUSED"})
  void a_name_that_is_still_taken_right_after_a_shutdown_is_waited_for(TroubleKind kind) {
    String said = "libxl: error: Domain with name \"vm1\" already exists.";
    assertThat(answers("create-vm", kind.label(), said)).isEqualTo("PT3S PT3S ask ask ask");
    assertThat(answers("retire-vm", kind.label(), said)).isEqualTo("ask ask ask ask ask");
  }

  /** Of a change nobody asks the table: it voids the approval. */
  @ParameterizedTest
  @EnumSource(value = TroubleKind.class, names = "CHANGED", mode = EnumSource.Mode.EXCLUDE)
  void each_kind_of_trouble_has_advice_of_its_own(TroubleKind kind) {
    Set<String> rules = new HashSet<>();
    for (int failures = 1; failures <= 5; failures++) {
      table.ask(facts("create-vm", kind.label(), "xl: error", failures));
      rules.add(table.firedRule());
    }
    assertThat(rules).doesNotContain("AnythingElse");
  }

  @ParameterizedTest
  @CsvSource({"troubleKind, AnythingElse", "failures, UnreachableOften"})
  void trouble_of_which_the_kind_or_the_number_is_not_known_is_asked_about(
      String unknown, String rule) {
    Map<String, Object> facts = facts("create-vm", "unreachable", "no route to host", 1);
    facts.put(unknown, null);
    assertThat(answer(facts)).isEqualTo("ask");
    assertThat(table.firedRule()).isEqualTo(rule);
  }

  @Test
  void a_guest_that_cannot_be_asked_to_shut_down_is_ended_at_once() {
    String said = "PV control interface not available: external graceful shutdown not possible.";
    assertThat(table.ask(facts("retire-vm", "refused", said, 1)))
        .containsEntry("action", "other-way");
    assertThat(answer(facts("retire-vm", "refused", said, 2))).isEqualTo("ask");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stepKind", "troubleText"})
  void trouble_of_which_only_the_kind_is_known_is_answered_by_its_kind(String unknown) {
    Map<String, Object> facts = facts("create-vm", "unreachable", "no route to host", 1);
    facts.put(unknown, null);
    assertThat(answer(facts)).isEqualTo("PT5S");
  }

  @Test
  void hostile_text_is_only_text() {
    String said = "\" or true) ${1+1} #{2} \u0000 \n killing\nexecution";
    assertThat(answers("create-vm", "refused", said)).isEqualTo("ask ask ask ask ask");
  }

  @Test
  void a_sentence_and_a_group_stand_beside_every_answer() {
    for (TroubleKind kind : TroubleKind.values()) {
      for (int failures = 1; failures <= 5; failures++) {
        Map<String, Object> answer = table.ask(facts("create-vm", kind.label(), "", failures));
        assertThat(answer.get("verdict")).asString().matches("\\p{Lu}.*\\.");
        assertThat(answer).containsEntry("group", "operator");
      }
    }
  }

  @Test
  void a_shutdown_that_the_host_refuses_is_tried_twice_and_then_the_guest_is_ended() {
    String said =
        "Shutting down vm1 on 10.0.0.1: xl, exit code 3 after 0 s: no; domain 4 is running.";
    assertThat(answer(facts("retire-vm", "refused", said, 1))).isEqualTo("PT5S");
    assertThat(answer(facts("retire-vm", "refused", said, 2))).isEqualTo("PT5S");
    assertThat(table.ask(facts("retire-vm", "refused", said, 3)))
        .containsEntry("action", "other-way");
  }

  private static String answers(String stepKind, String troubleKind, String troubleText) {
    StringBuilder answers = new StringBuilder();
    for (int failures = 1; failures <= 5; failures++) {
      answers.append(' ').append(answer(facts(stepKind, troubleKind, troubleText, failures)));
    }
    return answers.substring(1);
  }

  private static String answer(Map<String, Object> facts) {
    Map<String, Object> answer = table.ask(facts);
    if (answer.get("action").equals("ask")) {
      return "ask";
    }
    assertThat(answer).containsEntry("action", "try-again");
    assertThat(Duration.parse((String) answer.get("after"))).isPositive();
    return (String) answer.get("after");
  }

  private static Map<String, Object> facts(
      String stepKind, String troubleKind, String troubleText, long failures) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("stepKind", stepKind);
    facts.put("troubleKind", troubleKind);
    facts.put("troubleText", troubleText);
    facts.put("failures", failures);
    return facts;
  }
}
