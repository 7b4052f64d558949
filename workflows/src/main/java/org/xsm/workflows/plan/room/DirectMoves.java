package org.xsm.workflows.plan.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Moves guests straight to where they are wanted, as long as one fits. A guest that has moved makes
 * room where it was, so that is where to look next: the work grows with the number of moves, not
 * with their square.
 */
final class DirectMoves {
  private final Placement placement;
  private final List<SortedSet<Integer>> wanting = new ArrayList<>();
  private final Deque<Integer> roomier = new ArrayDeque<>();
  private final BitSet isRoomier = new BitSet();

  /**
   * @param moving the guests that are to move
   */
  DirectMoves(Placement placement, BitSet moving) {
    this.placement = placement;
    for (int host = 0; host < placement.hosts().size(); host++) {
      wanting.add(new TreeSet<>());
    }
    moving.stream().forEach(guest -> wanting.get(to(guest)).add(guest));
    for (int host = 0; host < wanting.size(); host++) {
      hasMoreRoom(host);
    }
  }

  /** Says that there may be more room on this host than when it was looked at last. */
  void hasMoreRoom(int host) {
    if (!isRoomier.get(host) && !wanting.get(host).isEmpty()) {
      isRoomier.set(host);
      roomier.add(host);
    }
  }

  /** Moves whatever fits. */
  void run() {
    while (!roomier.isEmpty()) {
      int host = roomier.remove();
      isRoomier.clear(host);
      fill(host);
    }
  }

  private void fill(int host) {
    Iterator<Integer> next = wanting.get(host).iterator();
    while (next.hasNext()) {
      int guest = next.next();
      if (!placement.isUnderWay(guest)) {
        next.remove();
      } else if (placement.missing(guest, host) == 0) {
        next.remove();
        int from = placement.at(guest);
        placement.move(guest, host);
        hasMoreRoom(from);
        hasMoreRoom(host);
      }
    }
  }

  /** The guests that are still on their way, by the host that they are wanted on. */
  List<Integer> stuck() {
    List<Integer> stuck = new ArrayList<>();
    wanting.forEach(stuck::addAll);
    stuck.removeIf(guest -> !placement.isUnderWay(guest));
    stuck.sort(null);
    return stuck;
  }

  /** The guests that want to this host. */
  SortedSet<Integer> wanting(int host) {
    return wanting.get(host);
  }

  private int to(int guest) {
    return placement.guests().get(guest).to();
  }
}
