package org.xsm.webtasks.views;

import java.util.Optional;
import org.xsm.workflows.plan.StepKind;

/**
 * What rolling back a step means.
 *
 * @param what is rolled back
 * @param means a sentence
 */
public record Undoing(String what, String means) {
  static Optional<Undoing> of(StepKind kind) {
    return switch (kind) {
      case CREATE_VM ->
          means("Creating", "the VM and its guest config are removed from the host; disks stay.");
      case RECONFIGURE_VM ->
          means("Changing", "the values of before are set again, in the same way.");
      case MIGRATE_VM ->
          means(
              "Moving",
              "the VM moves back; one that has not left stays where it is, and what was laid on the"
                  + " other host is taken away.");
      case RETIRE_VM ->
          means(
              "Retiring",
              "cannot be rolled back. Disks stay, so a file that wants the VM again creates it"
                  + " anew.");
      case DEPLOY_HOST ->
          means(
              "Deploying",
              "cannot be rolled back. What was on the machine's disk is written over as soon as its"
                  + " image begins to arrive.");
      case RETIRE_HOST -> Optional.empty();
    };
  }

  private static Optional<Undoing> means(String what, String means) {
    return Optional.of(new Undoing(what + ":", means));
  }
}
