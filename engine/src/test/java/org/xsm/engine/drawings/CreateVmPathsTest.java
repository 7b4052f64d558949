package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every path of {@code create-vm} on a real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CreateVmPathsTest {
  private static final String[] ACTIONS = {"xen.write-config", "xen.create", "xen.check-running"};

  @RegisterExtension static final Stage stage = Stage.open();

  @Test
  void a_vm_is_created_by_three_actions_one_after_the_other() {
    Walk step = begin().done(ACTIONS);
    assertThat(step.end()).isEqualTo("VmRunning");
    assertThat(stage.calls()).containsExactly("finishStep");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void after_trouble_in_any_action_all_are_gone_through_again(int troubled) {
    Walk step = begin();
    for (int i = 0; i < troubled; i++) {
      step.done(ACTIONS[i]);
    }
    step.troubled(ACTIONS[troubled], trouble("timed-out", 1));
    assertThat(step.askedTopics()).isEmpty();
    step.wait("WaitingTimeOver", Duration.ofSeconds(5)).done(ACTIONS);
    assertThat(step.end()).isEqualTo("VmRunning");
  }

  @Test
  void a_host_that_stays_silent_is_waited_for_longer_and_longer_until_a_person_is_asked() {
    Walk step = begin();
    step.troubled("xen.write-config", trouble("unreachable", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(5));
    step.troubled("xen.write-config", trouble("unreachable", 2));
    step.wait("WaitingTimeOver", Duration.ofSeconds(15));
    step.troubled("xen.write-config", trouble("unreachable", 3));
    step.wait("WaitingTimeOver", Duration.ofSeconds(60));
    step.troubled("xen.write-config", trouble("unreachable", 4));
    assertThat(step.asked("DecideTrouble")).containsExactly("operator");
  }

  @Test
  void a_person_may_have_it_tried_again() {
    Walk step = inTrouble().answer("DecideTrouble", Map.of("choice", "try-again"));
    assertThat(step.done(ACTIONS).end()).isEqualTo("VmRunning");
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip", "give-up"})
  void a_person_may_have_the_step_left_out(String choice) {
    Walk step = inTrouble().answer("DecideTrouble", Map.of("choice", choice));
    assertThat(step.end()).isEqualTo("StepLeftOut");
    assertThat(stage.calls()).containsExactly("leaveOutStep");
  }

  @Test
  void a_person_may_have_it_rolled_back() {
    Walk step = rolledBack();
    assertThat(step.done("xen.destroy", "xen.remove-config").end()).isEqualTo("StepLeftOut");
    assertThat(stage.calls()).containsExactly("leaveOutStep");
  }

  @Test
  void trouble_while_rolling_back_is_waited_out_and_put_to_the_person_again() {
    Walk step = rolledBack().troubled("xen.destroy", trouble("interrupted", 2));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("xen.destroy");
    step.troubled("xen.remove-config", trouble("refused", 3));
    step.answer("DecideTrouble", Map.of("choice", "skip"));
    assertThat(step.end()).isEqualTo("StepLeftOut");
  }

  private static Walk rolledBack() {
    return inTrouble().answer("DecideTrouble", Map.of("choice", "roll-back", "direction", "back"));
  }

  @Test
  void a_table_that_says_so_has_the_step_left_out_without_asking() throws Exception {
    try (AutoCloseable table = stage.deployTable("rainy-day", "\"ask\"", "\"skip\"")) {
      assertThat(table).isNotNull();
      assertThat(inTrouble().end()).isEqualTo("StepLeftOut");
    }
  }

  @Test
  void a_table_that_says_what_the_step_cannot_do_has_a_person_asked() throws Exception {
    try (AutoCloseable table = stage.deployTable("rainy-day", "\"ask\"", "\"choose-cold\"")) {
      assertThat(table).isNotNull();
      assertThat(inTrouble().asked("DecideTrouble")).containsExactly("operator");
    }
  }

  @Test
  void what_happened_is_there_for_the_inbox() {
    assertThat(inTrouble().variables())
        .containsEntry("troubleKind", "bad-config")
        .containsEntry("troubleText", "bridge missing")
        .extractingByKey("rainyDay")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("action", "ask")
        .containsKey("verdict");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_node_and_no_flow_is_left_unwalked() {
    assertThat(stage.footprints().missing(Sheet.of("create-vm"))).isEmpty();
  }

  private static Walk begin() {
    return stage.start(
        "create-vm",
        Map.of(
            "runId",
            "r1",
            "stepId",
            "s1",
            "stepKind",
            "create-vm",
            "manner",
            "plain",
            "way",
            "",
            "direction",
            "",
            "failures",
            0L));
  }

  private static Walk inTrouble() {
    return begin().done("xen.write-config").troubled("xen.create", trouble("bad-config", 1));
  }

  private static Map<String, Object> trouble(String kind, long failures) {
    return Map.of("troubleKind", kind, "troubleText", "bridge missing", "failures", failures);
  }
}
