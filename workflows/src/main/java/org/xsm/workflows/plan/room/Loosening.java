package org.xsm.workflows.plan.room;

import java.util.Comparator;
import java.util.List;

/**
 * Loosens a knot that is too large to try all ways: does to one guest after the other what lets
 * another go straight to where it is wanted. The smallest go first. Each guest is treated at most
 * once in one way, so it ends; it may miss a way that there is.
 */
final class Loosening {
  private final Placement placement;
  private final DirectMoves direct;

  Loosening(Placement placement, DirectMoves direct) {
    this.placement = placement;
    this.direct = direct;
  }

  /** Whether it helped anybody. */
  boolean loosen(Knot knot, Remedy remedy) {
    List<Integer> smallestFirst =
        knot.guests().stream()
            .sorted(Comparator.<Integer>comparingInt(placement::holds).thenComparingInt(g -> g))
            .toList();
    boolean helped = false;
    for (int guest : smallestFirst) {
      if (placement.isUnderWay(guest) && treat(guest, remedy)) {
        helped = true;
        direct.run();
      }
    }
    return helped || remedy == Remedy.STOP && stop(smallestFirst.get(0));
  }

  private boolean treat(int guest, Remedy remedy) {
    int host = placement.at(guest);
    boolean treated =
        switch (remedy) {
          case DETOUR -> isAtHome(guest) && helpsToLeave(guest) && park(guest);
          case SHRINK -> shrink(guest);
          case STOP -> helpsToLeave(guest) && stop(guest);
        };
    if (treated) {
      direct.hasMoreRoom(host);
    }
    return treated;
  }

  /** Whether the guest has not stopped over anywhere yet. */
  private boolean isAtHome(int guest) {
    return placement.at(guest) == placement.guests().get(guest).from();
  }

  private boolean helpsToLeave(int guest) {
    return helps(placement.at(guest), placement.holds(guest));
  }

  /** Whether somebody who wants to this host fits when it has this much more. */
  private boolean helps(int host, int more) {
    return direct.wanting(host).stream()
        .filter(placement::isUnderWay)
        .anyMatch(other -> placement.missing(other, host) <= more);
  }

  private boolean park(int guest) {
    int best = Guest.NOWHERE;
    for (int host = 0; host < placement.hosts().size(); host++) {
      if (host != placement.at(guest)
          && placement.mayEnter(guest, host)
          && placement.missing(guest, host) == 0
          && (best == Guest.NOWHERE || placement.untouched(host) > placement.untouched(best))) {
        best = host;
      }
    }
    if (best == Guest.NOWHERE) {
      return false;
    }
    placement.move(guest, best);
    return true;
  }

  /** Shrinks the guest where that lets it go itself, or lets another come. */
  private boolean shrink(int guest) {
    if (!placement.canShrink(guest)) {
      return false;
    }
    Guest known = placement.guests().get(guest);
    int less = placement.holds(guest) - known.floor();
    boolean goes = placement.missing(guest, known.to()) <= less;
    if (goes || helps(placement.at(guest), less)) {
      placement.shrink(guest);
      if (goes) {
        direct.hasMoreRoom(known.to());
      }
      return true;
    }
    return false;
  }

  private boolean stop(int guest) {
    int host = placement.at(guest);
    placement.stop(guest);
    direct.hasMoreRoom(host);
    return true;
  }
}
