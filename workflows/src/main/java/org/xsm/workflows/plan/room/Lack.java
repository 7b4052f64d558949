package org.xsm.workflows.plan.room;

import java.util.List;
import java.util.Objects;

/**
 * Why a guest is left as it is: the least memory that is missing, and where.
 *
 * @param guest its number
 * @param host the host on which memory is missing
 * @param missing how much, in MiB
 * @param room what there is on that host for it, in MiB
 * @param knot every guest of the knot that no order undoes; empty when even the end does not fit
 */
public record Lack(int guest, int host, int missing, int room, List<Integer> knot) {
  public Lack {
    Objects.requireNonNull(knot);
    knot = List.copyOf(knot);
  }

  /** The same, said of another guest of the knot. */
  Lack of(int other) {
    return new Lack(other, host, missing, room, knot);
  }
}
