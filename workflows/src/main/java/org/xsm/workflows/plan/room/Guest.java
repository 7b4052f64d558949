package org.xsm.workflows.plan.room;

import java.util.Objects;
import java.util.Set;

/**
 * One guest: where it is and what memory it holds there, and where and how large it is to be.
 * Memory is in MiB; hosts are numbers.
 *
 * @param from the host that it runs on, or {@link #NOWHERE}
 * @param held what it holds there now, as its host says
 * @param size what it takes with it when it moves as it is; not less than what it holds
 * @param to the host that it is wanted on, or {@link #NOWHERE} when it is to end
 * @param wanted what it is to hold in the end; its size when it is not reshaped
 * @param reshape whether its size or config is changed, and how
 * @param travel how it gets to another host
 * @param floor the least that it may be shrunk to for a while; as its size when it may not
 * @param barred hosts that it may not stop over on, such as one with a namesake
 */
public record Guest(
    int from,
    int held,
    int size,
    int to,
    int wanted,
    Reshape reshape,
    Travel travel,
    int floor,
    Set<Integer> barred) {
  /** No host. */
  public static final int NOWHERE = -1;

  /** How a guest's size or config is changed. */
  public enum Reshape {
    /** Not at all. */
    NONE,
    /** While it runs. */
    LIVE,
    /** By a restart where it is wanted. */
    RESTART
  }

  /** How a guest gets to another host. */
  public enum Travel {
    /** While it runs, over any hosts of one family. */
    LIVE,
    /** Shut down here and started there, reshaped on the way; straight only. */
    COLD
  }

  public Guest {
    Objects.requireNonNull(reshape);
    Objects.requireNonNull(travel);
    barred = Set.copyOf(barred);
    boolean keepsItsSize = from != NOWHERE && to != NOWHERE && reshape == Reshape.NONE;
    if (from == NOWHERE && to == NOWHERE
        || size < held
        || floor > size
        || keepsItsSize && travel == Travel.LIVE && wanted != size) {
      throw new IllegalStateException(
          "not possible as a guest: " + from + " " + held + " " + size + " " + to + " " + floor);
    }
  }

  boolean starts() {
    return from == NOWHERE;
  }

  boolean ends() {
    return to == NOWHERE;
  }

  boolean stays() {
    return from == to;
  }

  boolean moves() {
    return from != to && from != NOWHERE && to != NOWHERE;
  }

  /** Whether it is made smaller (or as large) before it leaves. */
  boolean shrinksFirst() {
    return reshape == Reshape.LIVE && travel == Travel.LIVE && wanted <= held;
  }
}
