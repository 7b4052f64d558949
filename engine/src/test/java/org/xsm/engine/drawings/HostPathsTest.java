package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every path of {@code deploy-host} and {@code retire-host} on a real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostPathsTest {
  private static final String[] INSTALLATION = {
    "machine.reserve-address",
    "machine.assign-image",
    "machine.offer-installer",
    "machine.start",
    "machine.watch-installation"
  };
  private static final String[] START = {"machine.offer-local-boot", "machine.watch-boot"};

  @RegisterExtension static final Stage stage = Stage.open();

  @Test
  void a_machine_is_installed_and_starts_from_its_disk() {
    assertThat(deploy("plain").done(INSTALLATION).done(START).end()).isEqualTo("HostDeployed");
    assertThat(stage.calls()).containsExactly("finishStep");
  }

  @Test
  void what_held_data_is_written_over_only_when_somebody_has_said_so() {
    Walk step = deploy("fenced");
    assertThat(step.askedTopics()).containsExactly("machine.confirm-loss");
    step.troubled("machine.confirm-loss", trouble("not-confirmed", 1));
    assertThat(step.asked("DecideTrouble")).containsExactly("operator");
    step.answer("DecideTrouble", Map.of("choice", "confirm-loss", "hostOff", "alice"));
    step.done("site.look-again", "machine.confirm-loss").done(INSTALLATION);
    assertThat(step.done(START).end()).isEqualTo("HostDeployed");
  }

  @Test
  void a_person_is_asked_at_once_for_what_only_a_person_can_do() {
    Walk step = deploy("plain").done("machine.reserve-address", "machine.assign-image");
    step.done("machine.offer-installer");
    step.troubled("machine.start", trouble("needs-a-person", 1));
    step.answer("DecideTrouble", Map.of("choice", "done", "doneByHand", "alice"));
    step.done("site.look-again").done(INSTALLATION);
    assertThat(step.done(START).end()).isEqualTo("HostDeployed");
  }

  @Test
  void once_the_image_is_on_the_disk_another_try_does_not_put_it_there_again() {
    Walk step = deploy("plain").done(INSTALLATION).done("machine.offer-local-boot");
    step.troubled("machine.watch-boot", trouble("timed-out", 9));
    step.answer("DecideTrouble", Map.of("choice", "try-again")).done("site.look-again");
    assertThat(step.askedTopics()).containsExactly("machine.offer-local-boot");
    assertThat(step.done(START).end()).isEqualTo("HostDeployed");
  }

  @Test
  void a_boot_server_that_does_not_answer_is_asked_again_after_a_while() {
    Walk step = deploy("plain").troubled("machine.reserve-address", trouble("interrupted", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("site.look-again");
    assertThat(step.askedTopics()).containsExactly("machine.reserve-address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy-host", "retire-host"})
  void a_site_that_has_changed_voids_the_approval_before_anything_is_done(String process) {
    assertThat(begin(process, "plain").changed("site.look-again").end()).isEqualTo("ApprovalVoid");
    assertThat(stage.calls()).containsExactly("voidApproval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy-host", "retire-host"})
  void a_person_may_have_the_step_left_out(String process) {
    Walk step = begin(process, "plain").troubled("site.look-again", trouble("refused", 1));
    assertThat(step.answer("DecideTrouble", Map.of("choice", "skip")).end())
        .isEqualTo("StepLeftOut");
    assertThat(stage.calls()).containsExactly("leaveOutStep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy-host", "retire-host"})
  void a_table_may_settle_what_becomes_of_the_step(String process) throws Exception {
    AutoCloseable table = stage.deployTable("rainy-day", "\"ask\"", "\"skip\"");
    Walk step = begin(process, "plain").troubled("site.look-again", trouble("refused", 1));
    table.close();
    assertThat(step.end()).isEqualTo("StepLeftOut");
  }

  @Test
  void a_host_is_let_go_when_nothing_is_offered_to_it() {
    Walk step = begin("retire-host", "plain").done("site.look-again", "machine.withdraw-boot");
    step.troubled("machine.withdraw-image", trouble("interrupted", 1));
    step.wait("WaitingTimeOver", Duration.ofSeconds(1)).done("site.look-again");
    step.done("machine.withdraw-boot", "machine.withdraw-image", "machine.release-address");
    assertThat(step.end()).isEqualTo("HostLetGo");
    assertThat(stage.calls()).containsExactly("finishStep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy-host", "retire-host"})
  @Order(Integer.MAX_VALUE)
  void no_node_and_no_flow_is_left_unwalked(String process) {
    assertThat(stage.footprints().missing(Sheet.of(process))).isEmpty();
  }

  private static Walk deploy(String manner) {
    return begin("deploy-host", manner).done("site.look-again");
  }

  private static Walk begin(String process, String manner) {
    Map<String, Object> variables = new HashMap<>();
    variables.putAll(Map.of("runId", "r1", "stepId", "s1", "stepKind", process, "manner", manner));
    variables.putAll(Map.of("way", "", "direction", "", "installed", false, "hostOff", ""));
    return stage.start(process, variables);
  }

  private static Map<String, Object> trouble(String kind, long failures) {
    return Map.of("troubleKind", kind, "troubleText", "no", "failures", failures);
  }
}
