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

/** Walks every path of {@code reconfigure-vm} on a real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconfigureVmPathsTest {
  @RegisterExtension static final Stage stage = Stage.open();

  @ParameterizedTest
  @ValueSource(strings = {"live", "adopt"})
  void a_vm_is_changed_while_it_runs(String manner) {
    Walk step = begin(manner).done("xen.write-config", "xen.set-vcpus", "xen.set-memory");
    assertThat(step.done("xen.check-running").end()).isEqualTo("VmChanged");
    assertThat(stage.calls()).containsExactly("finishStep");
  }

  @Test
  void a_vm_is_shut_down_and_started_again_where_it_cannot_be_changed_live() {
    Walk step = begin("restart").done("xen.write-config", "xen.shutdown", "xen.create");
    assertThat(step.done("xen.check-running").end()).isEqualTo("VmChanged");
  }

  @Test
  void a_vm_that_does_not_shut_down_in_its_time_is_destroyed_before_it_is_started_again() {
    Walk step = begin("restart").done("xen.write-config");
    step.wait("ShutdownTimeOver", Duration.ofMinutes(2));
    step.done("xen.destroy", "xen.create", "xen.check-running");
    assertThat(step.end()).isEqualTo("VmChanged");
  }

  @Test
  void a_vm_that_was_started_again_is_not_shut_down_a_second_time_after_trouble() {
    Walk step = begin("restart").done("xen.write-config", "xen.shutdown", "xen.create");
    step.troubled("xen.check-running", trouble("interrupted", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("site.look-again", "xen.write-config");
    assertThat(step.askedTopics()).containsExactly("xen.create");
    assertThat(step.done("xen.create", "xen.check-running").end()).isEqualTo("VmChanged");
  }

  @Test
  void a_vm_that_was_destroyed_is_not_shut_down_after_trouble_either() {
    Walk step = begin("restart").done("xen.write-config");
    step.wait("ShutdownTimeOver", Duration.ofMinutes(2)).done("xen.destroy");
    step.troubled("xen.create", trouble("interrupted", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("site.look-again", "xen.write-config");
    assertThat(step.askedTopics()).containsExactly("xen.create");
  }

  @Test
  void a_person_may_have_it_tried_again() {
    Walk step = inTrouble().answer("DecideTrouble", Map.of("choice", "try-again"));
    assertThat(step.done("site.look-again").askedTopics()).containsExactly("xen.write-config");
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
    assertThat(arrive("restart").changed("site.look-again").end()).isEqualTo("ApprovalVoid");
    assertThat(stage.calls()).containsExactly("voidApproval");
  }

  @Test
  void a_step_that_is_rolled_back_goes_the_same_way_and_is_left_out() {
    Walk step =
        inTrouble().answer("DecideTrouble", Map.of("choice", "roll-back", "direction", "back"));
    step.done("site.look-again", "xen.write-config", "xen.set-vcpus", "xen.set-memory");
    assertThat(step.done("xen.check-running").end()).isEqualTo("StepLeftOut");
    assertThat(stage.calls()).containsExactly("leaveOutStep");
  }

  @Test
  void a_guest_that_cannot_be_asked_to_shut_down_is_ended_at_once_by_the_table() {
    Map<String, Object> deaf =
        Map.of(
            "troubleKind", "refused",
            "troubleText", "PV control interface not available",
            "failures", 1L);
    Walk step = begin("restart").done("xen.write-config").troubled("xen.shutdown", deaf);
    step.done("site.look-again", "xen.write-config");
    assertThat(step.askedTopics()).containsExactly("xen.destroy");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_node_and_no_flow_is_left_unwalked() {
    assertThat(stage.footprints().missing(Sheet.of("reconfigure-vm"))).isEmpty();
  }

  private static Walk begin(String manner) {
    return arrive(manner).done("site.look-again");
  }

  private static Walk arrive(String manner) {
    return stage.start(
        "reconfigure-vm",
        Map.of(
            "runId", "r1",
            "stepId", "s1",
            "stepKind", "reconfigure-vm",
            "manner", manner,
            "vmDown", false,
            "way", "",
            "direction", "",
            "canRollBack", true,
            "shutdownTimeout", "PT2M"));
  }

  private static Walk inTrouble() {
    return begin("live").troubled("xen.write-config", trouble("refused", 1));
  }

  private static Map<String, Object> trouble(String kind, long failures) {
    return Map.of("troubleKind", kind, "troubleText", "no", "failures", failures);
  }
}
