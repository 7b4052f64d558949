package org.xsm.workflows.run;

import java.util.Locale;
import java.util.Optional;

/**
 * What can happen in a run. A run's state and its steps' states are a fold over these, and nothing
 * else.
 */
public enum EventKind {
  RUN_RECEIVED(RunState.RECEIVED, null),
  RUN_QUEUED(null, null),
  SITE_OBSERVED(null, null),
  PLAN_MADE(RunState.PLANNED, null),
  APPROVAL_REQUESTED(RunState.AWAITING_APPROVAL, null),
  APPROVAL_REMINDED(null, null),
  PLAN_APPROVED(null, null),
  PLAN_OUTDATED(RunState.RECEIVED, null),
  APPLYING_STARTED(RunState.APPLYING, null),
  STEP_READY(null, StepState.READY),
  STEP_STARTED(null, StepState.RUNNING),
  COMMAND_DONE(null, StepState.RUNNING),
  COMMAND_WAITING(null, StepState.RUNNING),
  STEP_TROUBLED(null, StepState.TROUBLE),
  RULE_APPLIED(null, null),
  STEP_RETRIED(null, StepState.RUNNING),
  STEP_DECIDED(null, null),
  STEP_DONE(null, StepState.DONE),
  STEP_SKIPPED(null, StepState.SKIPPED),
  STEP_FAILED(null, StepState.FAILED),
  /** What the approval rests on has changed; the run is planned afresh. */
  APPROVAL_VOIDED(null, null),
  /** Was not begun, because the run is planned afresh. */
  STEP_WITHDRAWN(null, StepState.SKIPPED),
  CANCEL_REQUESTED(null, null),
  RUN_PAUSED(null, null),
  RUN_RESUMED(null, null),
  STOP_SWITCH_THROWN(null, null),
  STOP_SWITCH_RELEASED(null, null),
  SITE_VERIFIED(null, null),
  SITE_PUBLISHED(null, null),
  RUN_APPLIED(RunState.APPLIED, null),
  RUN_APPLIED_WITH_SKIPS(RunState.APPLIED_WITH_SKIPS, null),
  RUN_UNCHANGED(RunState.UNCHANGED, null),
  RUN_REJECTED(RunState.REJECTED, null),
  /** Rejected, and whoever submitted it is asked to change the file. */
  RUN_SENT_BACK(RunState.REJECTED, null),
  RUN_EXPIRED(RunState.EXPIRED, null),
  RUN_SUPERSEDED(RunState.SUPERSEDED, null),
  RUN_CANCELLED(RunState.CANCELLED, null),
  RUN_FAILED(RunState.FAILED, null);

  private final RunState runState;
  private final StepState stepState;

  EventKind(RunState runState, StepState stepState) {
    this.runState = runState;
    this.stepState = stepState;
  }

  /** The state that the run is in afterwards; empty when it stays as it was. */
  public Optional<RunState> runState() {
    return Optional.ofNullable(runState);
  }

  /** The state that the step is in afterwards; empty when it stays as it was. */
  public Optional<StepState> stepState() {
    return Optional.ofNullable(stepState);
  }

  /** The word in the API and on pages: {@code step-started}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this label, which is one of ours. */
  public static EventKind parse(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
