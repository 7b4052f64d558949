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
  public static final String SHUTDOWN_TIMEOUT = "shutdownTimeout";
  public static final String APPROVAL_EXPIRY = "approvalExpiry";

  private Names() {}
}
