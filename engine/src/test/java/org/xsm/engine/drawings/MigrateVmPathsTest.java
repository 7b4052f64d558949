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

/** Walks every path of {@code migrate-vm} on a real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrateVmPathsTest {
  @RegisterExtension static final Stage stage = Stage.open();

  @Test
  void a_vm_is_migrated_after_both_hosts_were_checked() {
    Walk step = begin("live").done("xen.check-migration", "xen.write-config", "xen.migrate");
    step.done("xen.remove-config", "xen.check-running");
    assertThat(step.end()).isEqualTo("VmMoved");
    assertThat(stage.calls()).containsExactly("finishStep");
  }

  @Test
  void a_cold_vm_has_left_its_host_before_it_is_started_on_the_other() {
    Walk step = begin("cold").done("xen.shutdown", "xen.remove-config", "xen.write-config");
    assertThat(step.done("xen.create", "xen.check-running").end()).isEqualTo("VmMoved");
  }

  @Test
  void a_cold_vm_that_does_not_shut_down_in_its_time_is_destroyed() {
    Walk step = begin("cold").wait("ShutdownTimeOver", Duration.ofMinutes(2));
    step.done("xen.destroy", "xen.remove-config", "xen.write-config", "xen.create");
    assertThat(step.done("xen.check-running").end()).isEqualTo("VmMoved");
  }

  @Test
  void a_fenced_vm_is_started_elsewhere_only_after_a_person_has_confirmed() {
    Walk step = begin("fenced").troubled("xen.fence", trouble("not-confirmed", 1));
    step.answer("DecideTrouble", Map.of("choice", "confirm-off", "hostOff", "op"));
    step.done(
        "site.look-again", "xen.fence", "xen.write-config", "xen.create", "xen.check-running");
    assertThat(step.end()).isEqualTo("VmMoved");
  }

  @Test
  void a_live_move_in_trouble_may_go_on_as_a_cold_one() {
    Walk step = inTrouble();
    step.answer("DecideTrouble", Map.of("choice", "choose-cold", "manner", "cold"));
    assertThat(step.done("site.look-again").askedTopics()).containsExactly("xen.shutdown");
  }

  @Test
  void what_was_cut_off_is_tried_again_by_itself() {
    Walk step = begin("live").troubled("xen.check-migration", trouble("interrupted", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("site.look-again");
    assertThat(step.askedTopics()).containsExactly("xen.check-migration");
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
    assertThat(arrive("live").changed("site.look-again").end()).isEqualTo("ApprovalVoid");
    assertThat(stage.calls()).containsExactly("voidApproval");
  }

  @Test
  void a_move_that_is_rolled_back_goes_the_same_way_and_is_left_out() {
    Walk step =
        inTrouble().answer("DecideTrouble", Map.of("choice", "roll-back", "direction", "back"));
    step.done("site.look-again", "xen.check-migration", "xen.write-config", "xen.migrate");
    assertThat(step.done("xen.remove-config", "xen.check-running").end()).isEqualTo("StepLeftOut");
  }

  @Test
  void a_cold_vm_that_cannot_be_asked_to_shut_down_is_ended_at_once_by_the_table() {
    Map<String, Object> deaf =
        Map.of(
            "troubleKind", "refused",
            "troubleText", "PV control interface not available",
            "failures", 1L);
    Walk step = begin("cold").troubled("xen.shutdown", deaf).done("site.look-again");
    assertThat(step.askedTopics()).containsExactly("xen.destroy");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_node_and_no_flow_is_left_unwalked() {
    assertThat(stage.footprints().missing(Sheet.of("migrate-vm"))).isEmpty();
  }

  private static Walk begin(String manner) {
    return arrive(manner).done("site.look-again");
  }

  private static Walk arrive(String manner) {
    return stage.start(
        "migrate-vm",
        Map.of(
            "runId", "r1",
            "stepId", "s1",
            "stepKind", "migrate-vm",
            "manner", manner,
            "way", "",
            "direction", "",
            "canRollBack", true,
            "shutdownTimeout", "PT2M"));
  }

  private static Walk inTrouble() {
    return begin("live").troubled("xen.check-migration", trouble("refused", 1));
  }

  private static Map<String, Object> trouble(String kind, long failures) {
    return Map.of("troubleKind", kind, "troubleText", "no", "failures", failures);
  }
}
