package org.xsm.engine.drawings;

import java.util.Set;

/** What the drawings may ask for: the words that they share with the Java side. */
final class Vocabulary {
  /** Topics of external tasks: a connector and its verb. */
  static final Set<String> TOPICS =
      Set.of(
          "site.observe",
          "site.verify",
          "xen.write-config",
          "xen.create",
          "xen.check-running",
          "xen.check-migration",
          "xen.fence",
          "xen.migrate",
          "xen.set-memory",
          "xen.set-vcpus",
          "xen.shutdown",
          "xen.destroy",
          "xen.remove-config");

  /** Our own parts that service tasks call by name. */
  static final Set<String> PARTS =
      Set.of(
          "makePlan",
          "checkPlan",
          "startSteps",
          "closeRun",
          "expireRun",
          "finishStep",
          "leaveOutStep");

  /** Process variables that expressions read. */
  static final Set<String> VARIABLES =
      Set.of(
          "approvalExpiry",
          "approved",
          "changes",
          "choice",
          "manner",
          "planValid",
          "policy",
          "rainyDay",
          "shutdownTimeout",
          "vmDown");

  /** Decisions that business rule tasks ask. */
  static final Set<String> DECISIONS = Set.of("approval-policy", "rainy-day");

  /** Messages that a process waits for. */
  static final Set<String> MESSAGES = Set.of("StepsFinished", "RunStopped");

  /** What external tasks throw when the world says no. */
  static final String TROUBLE = "trouble";

  private Vocabulary() {}
}
