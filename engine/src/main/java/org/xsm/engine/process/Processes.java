package org.xsm.engine.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.xsm.engine.settings.LimitsSettings;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.run.RunId;

/** Starts process instances and tells them things. Always within the caller's transaction. */
public final class Processes {
  private final RuntimeService runtime;
  private final LimitsSettings limits;

  public Processes(RuntimeService runtime, LimitsSettings limits) {
    this.runtime = runtime;
    this.limits = limits;
  }

  void provision(RunId run) {
    runtime.startProcessInstanceByKey(
        Names.PROVISION_SITE,
        run.value(),
        Map.of(
            Names.RUN_ID,
            run.value(),
            Names.APPROVAL_EXPIRY,
            limits.approvalExpiry().toString(),
            Names.APPROVAL_REMINDER,
            limits.approvalReminder().toString()));
  }

  /**
   * @param known what is known of the step beyond itself
   */
  void carryOut(RunId run, Step step, Map<String, Object> known) {
    Map<String, Object> variables = new HashMap<>(known);
    variables.putAll(
        Map.of(
            Names.RUN_ID, run.value(),
            Names.STEP_ID, step.id().value(),
            Names.STEP_KIND, step.kind().label(),
            Names.MANNER, step.manner().label(),
            Names.VM_DOWN, false,
            Names.HOST_OFF, "",
            Names.LOOKED, false,
            Names.FAILURES, 0L,
            Names.SHUTDOWN_TIMEOUT, limits.shutdownTimeout().toString()));
    variables.putAll(
        Map.of(Names.WAY, "", Names.DIRECTION, "", Names.DONE_BY_HAND, "", Names.INSTALLED, false));
    runtime.startProcessInstanceByKey(step.kind().label(), run.value(), variables);
  }

  /** Lets the run's process go on, if it has come so far that it waits for its steps. */
  void tellStepsFinished(RunId run, boolean replan) {
    boolean waits =
        runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(run.value())
                .messageEventSubscriptionName(Names.STEPS_FINISHED)
                .count()
            > 0;
    if (waits) {
      runtime
          .createMessageCorrelation(Names.STEPS_FINISHED)
          .processInstanceBusinessKey(run.value())
          .setVariable(Names.REPLAN, replan)
          .correlate();
    }
  }

  /** Ends the run's process; a queued run has none. */
  void tellStopped(RunId run) {
    if (isUnderWay(run)) {
      runtime
          .createMessageCorrelation(Names.RUN_STOPPED)
          .processInstanceBusinessKey(run.value())
          .correlate();
    }
  }

  /** Whether a process of this run has begun and not ended. */
  boolean isUnderWay(RunId run) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(Names.PROVISION_SITE)
            .processInstanceBusinessKey(run.value())
            .count()
        > 0;
  }
}
