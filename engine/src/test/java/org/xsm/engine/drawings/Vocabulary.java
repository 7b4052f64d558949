package org.xsm.engine.drawings;

import java.util.Set;

/** What the drawings may ask for: the words that they share with the Java side. */
final class Vocabulary {
  /** Topics of external tasks: a connector and its verb. */
  static final Set<String> TOPICS =
      Set.of(
          "machine.assign-image",
          "machine.confirm-loss",
          "machine.offer-installer",
          "machine.offer-local-boot",
          "machine.release-address",
          "machine.reserve-address",
          "machine.start",
          "machine.watch-boot",
          "machine.watch-installation",
          "machine.withdraw-boot",
          "machine.withdraw-image",
          "site.look-again",
          "site.observe",
          "site.verify",
          "site.publish",
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
          "leaveOutStep",
          "remindApprovers",
          "voidApproval",
          "weighTable");

  /** Process variables that expressions read. */
  static final Set<String> VARIABLES =
      Set.of(
          "approvalExpiry",
          "approvalReminder",
          "approved",
          "approvedBefore",
          "changes",
          "choice",
          "direction",
          "installed",
          "manner",
          "massChange",
          "next",
          "planValid",
          "policy",
          "rainyDay",
          "replan",
          "shutdownTimeout",
          "vmDown",
          "way");

  /** Decisions that are asked, by business rule tasks or while a plan is made. */
  static final Set<String> DECISIONS =
      Set.of("approval-policy", "rainy-day", "tries-used-up", "transfer-method");

  /** Messages that a process waits for. */
  static final Set<String> MESSAGES = Set.of("StepsFinished", "RunStopped");

  /** What external tasks throw when the world says no. */
  static final String TROUBLE = "trouble";

  /** What a look throws that finds what the approval rests on changed. */
  static final String CHANGED = "changed";

  private Vocabulary() {}
}
