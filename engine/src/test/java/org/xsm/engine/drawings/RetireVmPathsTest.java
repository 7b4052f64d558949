package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every path of {@code retire-vm} on a real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetireVmPathsTest {
  @RegisterExtension static final Stage stage = Stage.open();

  @Test
  void a_vm_that_shuts_down_in_its_time_is_never_destroyed() {
    Walk step = begin().done("xen.shutdown");
    assertThat(step.askedTopics()).containsExactly("xen.remove-config");
    assertThat(step.done("xen.remove-config").end()).isEqualTo("VmRetired");
    assertThat(stage.calls()).containsExactly("finishStep");
  }

  @Test
  void a_vm_that_does_not_shut_down_in_its_time_is_destroyed() {
    Walk step = begin().wait("ShutdownTimeOver", Duration.ofMinutes(2));
    assertThat(step.askedTopics()).containsExactly("xen.destroy");
    assertThat(step.done("xen.destroy", "xen.remove-config").end()).isEqualTo("VmRetired");
  }

  @Test
  void after_trouble_while_shutting_down_it_is_asked_to_shut_down_again() {
    Walk step = begin().troubled("xen.shutdown", trouble("interrupted", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("site.look-again");
    assertThat(step.done("xen.shutdown", "xen.remove-config").end()).isEqualTo("VmRetired");
  }

  @Test
  void after_trouble_while_destroying_it_has_its_time_to_shut_down_again() {
    Walk step = begin().wait("ShutdownTimeOver", Duration.ofMinutes(2));
    step.troubled("xen.destroy", trouble("timed-out", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(5)).done("site.look-again");
    assertThat(step.askedTopics()).containsExactly("xen.shutdown");
  }

  @Test
  void a_person_may_have_it_tried_again() {
    Walk step = inTrouble().answer("DecideTrouble", Map.of("choice", "try-again"));
    step.done("site.look-again");
    assertThat(step.done("xen.shutdown", "xen.remove-config").end()).isEqualTo("VmRetired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip", "give-up"})
  void a_person_may_have_the_step_left_out(String choice) {
    Walk step = inTrouble();
    assertThat(step.asked("DecideTrouble")).containsExactly("operator");
    assertThat(step.answer("DecideTrouble", Map.of("choice", choice)).end())
        .isEqualTo("StepLeftOut");
    assertThat(stage.calls()).containsExactly("leaveOutStep");
  }

  @Test
  void a_site_that_has_changed_voids_the_approval_before_anything_is_done() {
    assertThat(arrive().changed("site.look-again").end()).isEqualTo("ApprovalVoid");
    assertThat(stage.calls()).containsExactly("voidApproval");
  }

  @Test
  void a_guest_that_cannot_be_asked_to_shut_down_is_ended_at_once_by_the_table() {
    Map<String, Object> deaf =
        Map.of(
            "troubleKind", "refused",
            "troubleText", "PV control interface not available",
            "failures", 1L);
    Walk step = begin().troubled("xen.shutdown", deaf).done("site.look-again");
    assertThat(step.askedTopics()).containsExactly("xen.destroy");
  }

  @Test
  void a_person_may_have_the_guest_ended_at_once() {
    Walk step =
        begin()
            .troubled("xen.shutdown", trouble("refused", 1))
            .answer("DecideTrouble", Map.of("choice", "other-way", "way", "other"));
    assertThat(step.done("site.look-again").askedTopics()).containsExactly("xen.destroy");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_node_and_no_flow_is_left_unwalked() {
    assertThat(stage.footprints().missing(Sheet.of("retire-vm"))).isEmpty();
  }

  private static Walk begin() {
    return arrive().done("site.look-again");
  }

  private static Walk arrive() {
    return stage.start(
        "retire-vm",
        Map.of(
            "runId", "r1",
            "stepId", "s1",
            "stepKind", "retire-vm",
            "manner", "plain",
            "way", "",
            "direction", "",
            "shutdownTimeout", "PT2M"));
  }

  private static Walk inTrouble() {
    return begin().done("xen.shutdown").troubled("xen.remove-config", trouble("refused", 1));
  }

  private static Map<String, Object> trouble(String kind, long failures) {
    return Map.of("troubleKind", kind, "troubleText", "no", "failures", failures);
  }
}
