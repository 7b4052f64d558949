package org.xsm.engine.process;

/** The names that drawings and code share: processes, messages, variables, errors, decisions. */
public final class Names {
  public static final String PROVISION_SITE = "provision-site";

  public static final String STEPS_FINISHED = "StepsFinished";
  public static final String RUN_STOPPED = "RunStopped";

  public static final String TROUBLE = "trouble";

  /** The error of a step that finds what it rests on changed. */
  public static final String CHANGED = "changed";

  public static final String APPROVE_PLAN = "ApprovePlan";
  public static final String DECIDE_TROUBLE = "DecideTrouble";

  public static final String RUN_ID = "runId";
  public static final String STEP_ID = "stepId";
  public static final String STEP_KIND = "stepKind";

  /** How many tries of the step have failed; part of every operation id. */
  public static final String FAILURES = "failures";

  public static final String TROUBLE_KIND = "troubleKind";
  public static final String TROUBLE_TEXT = "troubleText";
  public static final String CHOICE = "choice";
  public static final String APPROVED = "approved";
  public static final String CHANGES = "changes";
  public static final String PLAN_VALID = "planValid";
  public static final String POLICY = "policy";
  public static final String RAINY_DAY = "rainyDay";
  public static final String RAINY_DAY_TABLE = "rainy-day";

  /** How the step goes about its change; a person may change it. */
  public static final String MANNER = "manner";

  /** Whether the VM has been shut down already in order to be started again. */
  public static final String VM_DOWN = "vmDown";

  /**
   * Who has confirmed that the host which the VM leaves is off, or that what a silent machine holds
   * may be lost; empty until then.
   */
  public static final String HOST_OFF = "hostOff";

  /** Who has done by hand what only a person can do; empty until then. */
  public static final String DONE_BY_HAND = "doneByHand";

  /** Whether the machine has its image, so that another try does not put it there again. */
  public static final String INSTALLED = "installed";

  /** On which host a task acts: {@code source} is the one that the VM leaves. */
  public static final String AT = "at";

  /** Whether the step has looked again at what it rests on; it does so once. */
  public static final String LOOKED = "looked";

  /** {@code other} once the guest is to be ended instead of asked to shut down. */
  public static final String WAY = "way";

  /** {@code back} once the step is rolled back. */
  public static final String DIRECTION = "direction";

  /** Whether it is known how the VM was before, so that the step can be rolled back. */
  public static final String CAN_ROLL_BACK = "canRollBack";

  /** How often the run has been planned and begun; part of every operation id. */
  public static final String ROUND = "round";

  /** What follows from the rainy-day table: {@code try-again}, {@code ask} or {@code settled}. */
  public static final String NEXT = "next";

  /** Whether the run is to be planned afresh when its steps have come to their end. */
  public static final String REPLAN = "replan";

  /** Whether everything in the plan was approved in this run before. */
  public static final String APPROVED_BEFORE = "approvedBefore";

  public static final String APPROVAL_REMINDER = "approvalReminder";
  public static final String SHUTDOWN_TIMEOUT = "shutdownTimeout";
  public static final String APPROVAL_EXPIRY = "approvalExpiry";

  private Names() {}
}
