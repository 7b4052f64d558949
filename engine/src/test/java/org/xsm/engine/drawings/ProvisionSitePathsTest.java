package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of {@code provision-site} on a real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvisionSitePathsTest {
  @RegisterExtension static final Stage stage = Stage.open();

  @BeforeEach
  void a_plan_of_four_creates_that_stays_valid() {
    stage.play("makePlan", execution -> execution.setVariables(plan(4, 0)));
    stage.play("checkPlan", execution -> execution.setVariable("planValid", true));
    stage.play("startSteps", execution -> {});
  }

  @Test
  void an_approved_plan_is_compared_again_carried_out_and_verified() {
    Walk run = atApproval();
    assertThat(run.asked("ApprovePlan")).containsExactly("approver");
    run.answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
    assertThat(run.standing()).containsExactly("StepsFinished");
    assertThat(run.tell("StepsFinished").done("site.verify").done("site.publish").end())
        .isEqualTo("RunClosed");
    assertThat(stage.calls()).containsExactly("makePlan", "checkPlan", "startSteps", "closeRun");
  }

  @Test
  void a_plan_without_changes_is_closed_at_once() {
    stage.play("makePlan", execution -> execution.setVariables(plan(0, 0)));
    assertThat(begin().done("site.observe").end()).isEqualTo("RunUnchanged");
    assertThat(stage.calls()).containsExactly("makePlan", "closeRun");
  }

  @Test
  void a_plan_that_needs_no_approval_starts_at_once() throws Exception {
    try (AutoCloseable policy = stage.deploy("dmn/approval-policy-auto-approve.dmn")) {
      assertThat(policy).isNotNull();
      Walk run = begin().done("site.observe");
      assertThat(run.standing()).containsExactly("StepsFinished");
      assertThat(stage.calls()).containsExactly("makePlan", "startSteps");
      assertThat(run.tell("StepsFinished").done("site.verify").done("site.publish").end())
          .isEqualTo("RunClosed");
    }
    assertThat(begin().done("site.observe").standing()).containsExactly("ApprovePlan");
  }

  @Test
  void a_mass_change_is_asked_about_whatever_the_policy() throws Exception {
    stage.play(
        "makePlan",
        execution -> {
          execution.setVariables(plan(0, 9));
          execution.setVariable("massChange", true);
        });
    try (AutoCloseable policy = stage.deploy("dmn/approval-policy-auto-approve.dmn")) {
      assertThat(policy).isNotNull();
      assertThat(begin().done("site.observe").standing()).containsExactly("ApprovePlan");
    }
  }

  @Test
  void the_answer_of_the_policy_is_there_for_the_inbox() {
    assertThat(atApproval().variables().get("policy"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("approvals", 1)
        .containsEntry("group", "approver")
        .containsEntry("submitterMayApprove", true)
        .containsEntry("verdict", "Every change is approved by one person.");
  }

  @Test
  void a_rejected_plan_changes_nothing() {
    Walk run = atApproval().answer("ApprovePlan", Map.of("approved", false));
    assertThat(run.end()).isEqualTo("RunRejected");
    assertThat(stage.calls()).containsExactly("makePlan", "closeRun");
  }

  @Test
  void a_plan_that_nobody_approves_in_time_expires() {
    Walk run = atApproval().wait("ApprovalExpired", Duration.ofDays(7));
    assertThat(run.end()).isEqualTo("ApprovalOverdue");
    assertThat(stage.calls()).containsExactly("makePlan", "expireRun");
  }

  @Test
  void a_plan_that_the_world_has_overtaken_is_asked_about_again() {
    stage.play("checkPlan", execution -> execution.setVariables(overtaken(plan(3, 0))));
    Walk run = atApproval().answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
    assertThat(run.standing()).containsExactly("ApprovePlan");
    stage.play("checkPlan", execution -> execution.setVariable("planValid", true));
    run.answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
    assertThat(run.tell("StepsFinished").done("site.verify").done("site.publish").end())
        .isEqualTo("RunClosed");
  }

  @Test
  void a_plan_that_the_world_has_carried_out_by_itself_is_closed() {
    stage.play("checkPlan", execution -> execution.setVariables(overtaken(plan(0, 0))));
    Walk run = atApproval().answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
    assertThat(run.end()).isEqualTo("RunUnchanged");
  }

  @Test
  void approvers_are_reminded_day_after_day() {
    Walk run = atApproval().wait("ReminderDue", Duration.ofDays(1));
    assertThat(stage.calls()).endsWith("remindApprovers");
    assertThat(run.standing()).containsExactly("ApprovePlan");
    run.wait("ReminderDue", Duration.ofDays(1));
    assertThat(stage.calls()).filteredOn("remindApprovers"::equals).hasSize(2);
    run.answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
    assertThat(run.standing()).containsExactly("StepsFinished");
  }

  @Test
  void a_run_whose_approval_is_void_is_planned_afresh_and_asks_only_what_is_new() {
    Walk run = atSteps().tell("StepsFinished", Map.of("replan", true)).done("site.observe");
    assertThat(run.standing()).containsExactly("ApprovePlan");
    run.answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
    stage.play(
        "makePlan",
        execution -> {
          execution.setVariables(plan(1, 0));
          execution.setVariable("approvedBefore", true);
        });
    run.tell("StepsFinished", Map.of("replan", true)).done("site.observe");
    assertThat(run.standing()).containsExactly("StepsFinished");
    assertThat(run.tell("StepsFinished").done("site.verify").done("site.publish").end())
        .isEqualTo("RunClosed");
  }

  @Test
  void a_run_can_be_stopped_wherever_it_waits() {
    assertStops(begin());
    assertStops(atApproval());
    assertStops(atApproval().answer("ApprovePlan", Map.of("approved", true)));
    assertStops(atSteps());
    assertStops(atSteps().tell("StepsFinished"));
  }

  private static void assertStops(Walk run) {
    assertThat(run.tell("RunStopped").end()).isEqualTo("RunStoppedEnd");
    assertThat(run.askedTopics()).isEmpty();
    assertThat(stage.calls()).doesNotContain("closeRun");
  }

  @Test
  void steps_that_end_twice_are_heard_once() {
    Walk run = atSteps().tell("StepsFinished");
    assertThatThrownBy(() -> run.tell("StepsFinished"))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    assertThat(run.done("site.verify").done("site.publish").end()).isEqualTo("RunClosed");
  }

  @Test
  void steps_that_could_not_be_started_leave_nobody_waiting_and_are_tried_again_in_a_second() {
    Walk run = atApproval().answer("ApprovePlan", Map.of("approved", true));
    stage.play(
        "startSteps",
        execution -> {
          throw new IllegalStateException("the database is away");
        });
    assertThatThrownBy(() -> run.done("site.observe")).hasMessageContaining("the database is away");
    assertThat(run.standing()).containsExactly("StartSteps");
    assertThat(run.nextTry().triesLeft()).isEqualTo(4);
    assertThat(run.nextTry().after()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(10));
    stage.play("startSteps", execution -> {});
    assertThat(run.runJobs().standing()).containsExactly("StepsFinished");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_node_and_no_flow_is_left_unwalked() {
    assertThat(stage.footprints().missing(Sheet.of("provision-site"))).isEmpty();
  }

  private static Walk begin() {
    return stage.start(
        "provision-site",
        Map.of("runId", "r1", "approvalExpiry", "P7D", "approvalReminder", "P1D"));
  }

  private static Walk atApproval() {
    return begin().done("site.observe");
  }

  private static Walk atSteps() {
    return atApproval().answer("ApprovePlan", Map.of("approved", true)).done("site.observe");
  }

  private static Map<String, Object> plan(int creates, int retires) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("changes", creates + retires > 0);
    facts.put("approvedBefore", false);
    facts.put("creates", creates);
    facts.put("retires", retires);
    facts.put("moves", 0);
    facts.put("restarts", 0);
    facts.put("downtimes", 0);
    facts.put("cost", retires > 0 ? "downtime" : "none");
    facts.put("massChange", false);
    facts.put("findings", 0);
    facts.put("submittedBy", "file:root@domain.com");
    return facts;
  }

  private static Map<String, Object> overtaken(Map<String, Object> fresh) {
    Map<String, Object> variables = new HashMap<>(fresh);
    variables.put("planValid", false);
    return variables;
  }
}
