package org.xsm.workflows.plan.room;

import java.util.Objects;

/**
 * One thing that is done to one guest.
 *
 * @param guest its number
 * @param host where it is done; where the guest arrives, when it moves
 * @param size memory in MiB that the guest has afterwards
 */
public record Act(Kind kind, int guest, int host, int size) {
  /** What is done. */
  public enum Kind {
    /** The guest is started. */
    START,
    /** The guest is ended for good. */
    END,
    /** The guest is made smaller for a while. */
    SHRINK,
    /** The guest gets the size and config that are wanted. */
    RESHAPE,
    /** The guest goes to another host. */
    MOVE,
    /** The guest is shut down, to be started again on another host. */
    STOP
  }

  public Act {
    Objects.requireNonNull(kind);
  }
}
