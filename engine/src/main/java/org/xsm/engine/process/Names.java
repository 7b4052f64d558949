package org.xsm.engine.process;

/** The names that drawings and code share: processes, messages, variables, errors, decisions. */
public final class Names {
  public static final String PROVISION_SITE = "provision-site";

  public static final String STEPS_FINISHED = "StepsFinished";
  public static final String RUN_STOPPED = "RunStopped";

  public static final String TROUBLE = "trouble";

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

  /** Who has confirmed that the host which the VM leaves is off; empty until then. */
  public static final String HOST_OFF = "hostOff";

  /** On which host a task acts: {@code source} is the one that the VM leaves. */
  public static final String AT = "at";

  public static final String SHUTDOWN_TIMEOUT = "shutdownTimeout";
  public static final String APPROVAL_EXPIRY = "approvalExpiry";

  private Names() {}
}
