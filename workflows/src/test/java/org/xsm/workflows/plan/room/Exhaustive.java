package org.xsm.workflows.plan.room;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.xsm.workflows.plan.room.Guest.Reshape;
import org.xsm.workflows.plan.room.Guest.Travel;

/**
 * A second opinion that knows no tricks: tries everything that may be done, in any order, and finds
 * the least that a puzzle costs. A stop counts 10,000, a guest shrunk 100, a move 1.
 *
 * <p>A position is one number, eight bits for each guest: four for where it is, one each for
 * whether it has been shrunk and reshaped, two for which of its sizes it has.
 */
final class Exhaustive {
  private static final int GONE = 15;
  private static final int STOPPED = 14;
  private static final int SHRUNK = 1 << 4;
  private static final int RESHAPED = 1 << 5;
  private static final int AT_FLOOR = 1 << 6;
  private static final int AS_WANTED = 2 << 6;
  private static final int SIZE = 3 << 6;

  private record Open(long position, int cost) {}

  private final Puzzle puzzle;
  private final Map<Long, Integer> best = new HashMap<>();
  private final PriorityQueue<Open> open =
      new PriorityQueue<>((one, other) -> Integer.compare(one.cost(), other.cost()));

  private Exhaustive(Puzzle puzzle) {
    this.puzzle = puzzle;
  }

  /** The least that it costs to change all guests; empty when there is no way. */
  static OptionalInt cost(Puzzle puzzle) {
    return new Exhaustive(puzzle).search();
  }

  private OptionalInt search() {
    long start = 0;
    for (int guest = 0; guest < puzzle.guests().size(); guest++) {
      int from = puzzle.guests().get(guest).from();
      start |= (long) (from < 0 ? GONE : from) << 8 * guest;
    }
    reach(start, 0);
    while (!open.isEmpty()) {
      Open next = open.remove();
      if (isGoal(next.position())) {
        return OptionalInt.of(next.cost());
      }
      if (best.get(next.position()) == next.cost()) {
        for (int guest = 0; guest < puzzle.guests().size(); guest++) {
          expand(next, guest, of(next.position(), guest));
        }
      }
    }
    return OptionalInt.empty();
  }

  private static int of(long position, int guest) {
    return (int) (position >>> 8 * guest) & 255;
  }

  private boolean isGoal(long position) {
    for (int guest = 0; guest < puzzle.guests().size(); guest++) {
      Guest known = puzzle.guests().get(guest);
      int now = of(position, guest);
      boolean right = (now & 15) == (known.to() < 0 ? GONE : known.to());
      boolean asWanted =
          known.starts()
              || known.ends()
              || (now & RESHAPED) != 0
              || known.reshape() == Reshape.NONE && (now & SIZE) == 0;
      if (!right || !asWanted) {
        return false;
      }
    }
    return true;
  }

  private void expand(Open from, int guest, int now) {
    Guest known = puzzle.guests().get(guest);
    int at = now & 15;
    if (known.starts() && at == GONE || at == STOPPED) {
      become(from, guest, known.to() | RESHAPED | AS_WANTED, 0);
    } else if (known.ends() && at != GONE) {
      become(from, guest, GONE, 0);
    } else if (!known.starts() && !known.ends()) {
      expandRunning(from, guest, now);
    }
  }

  private void expandRunning(Open from, int guest, int now) {
    Guest known = puzzle.guests().get(guest);
    boolean live = known.travel() == Travel.LIVE;
    boolean there = (now & 15) == known.to();
    if (there || live && known.reshape() != Reshape.RESTART) {
      become(from, guest, now & (15 | SHRUNK) | RESHAPED | AS_WANTED, 0);
    }
    if (!known.moves()) {
      return;
    }
    if (live && puzzle.remedies().contains(Remedy.SHRINK) && (now & (SHRUNK | RESHAPED)) == 0) {
      become(from, guest, now & 15 | SHRUNK | AT_FLOOR, known.floor() < known.held() ? 100 : 0);
    }
    if (!there && puzzle.remedies().contains(Remedy.STOP)) {
      become(from, guest, STOPPED, 10_000);
    }
    for (int host = 0; host < puzzle.hosts().size(); host++) {
      if (live && puzzle.areAlike(host, known.from())) {
        become(from, guest, now & ~15 | host, 1);
      }
    }
    if (!live && !there) {
      become(from, guest, known.to() | RESHAPED | AS_WANTED, 1);
    }
  }

  private void become(Open from, int guest, int now, int cost) {
    long cleared = from.position() & ~(255L << 8 * guest);
    reach(cleared | (long) now << 8 * guest, from.cost() + cost);
  }

  private void reach(long position, int cost) {
    Integer known = best.get(position);
    if ((known == null || cost < known) && fits(position)) {
      best.put(position, cost);
      open.add(new Open(position, cost));
    }
  }

  private boolean fits(long position) {
    int[] lean = puzzle.hosts().stream().mapToInt(Host::free).toArray();
    int[] full = lean.clone();
    for (int guest = 0; guest < puzzle.guests().size(); guest++) {
      Guest known = puzzle.guests().get(guest);
      int now = of(position, guest);
      if (!known.starts()) {
        lean[known.from()] += known.held();
        full[known.from()] += known.held() + puzzle.overhead();
      }
      if ((now & 15) < STOPPED) {
        int holds = holds(known, now & SIZE);
        lean[now & 15] -= holds;
        full[now & 15] -= holds + puzzle.overhead();
      }
    }
    for (int host = 0; host < lean.length; host++) {
      if (lean[host] < 0 || full[host] < 0) {
        return false;
      }
    }
    return true;
  }

  private static int holds(Guest guest, int size) {
    return switch (size) {
      case AT_FLOOR -> guest.floor();
      case AS_WANTED -> guest.wanted();
      default -> guest.held();
    };
  }
}
