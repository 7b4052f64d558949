package org.xsm.workflows.plan;

import java.util.List;
import java.util.Locale;

/** What becomes of a VM, as people count it: one deed, however many steps it takes. */
public enum Deed {
  CREATE,
  CHANGE,
  /** It gets to another host, and may be changed on the way. */
  MOVE,
  RETIRE;

  /** The word in summaries and on pages: {@code move}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What these steps, all those of one VM, do to it. */
  static Deed of(List<Step> ofVm) {
    if (ofVm.stream().anyMatch(Deed::moves)) {
      return MOVE;
    }
    return switch (ofVm.get(0).kind()) {
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
