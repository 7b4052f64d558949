package org.xsm.workflows.plan;

import java.util.List;

/** What becomes of a machine or VM, as people count it: one deed, however many steps it takes. */
public enum Deed {
  /** A machine becomes a host. */
  DEPLOY("deploy"),
  CREATE("create"),
  CHANGE("change"),
  /** It gets to another host, and may be changed on the way. */
  MOVE("move"),
  RETIRE("retire"),
  /** A host is looked after no more. */
  RETIRE_HOST("host retire");

  private final String label;

  Deed(String label) {
    this.label = label;
  }

  /** The word in summaries and on pages: {@code move}. */
  public String label() {
    return label;
  }

  /** What these steps, all those of one machine or VM, do to it. */
  static Deed of(List<Step> ofOne) {
    if (ofOne.stream().anyMatch(Deed::moves)) {
      return MOVE;
    }
    return switch (ofOne.get(0).kind()) {
      case DEPLOY_HOST -> DEPLOY;
      case RETIRE_HOST -> RETIRE_HOST;
      case CREATE_VM -> CREATE;
      case RETIRE_VM -> RETIRE;
      case RECONFIGURE_VM, MIGRATE_VM -> CHANGE;
    };
  }

  /** A VM that is shut down here and created there has moved, too. */
  private static boolean moves(Step step) {
    return step.kind() == StepKind.MIGRATE_VM || step.manner() == Manner.COLD;
  }
}
