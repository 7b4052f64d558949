package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.xsm.workflows.plan.room.Guest.Reshape;

/**
 * Finds an order for the changes of guests in which memory always suffices, and the graph of what
 * waits for what. First all that gives memory, then the moves, then all that only takes: who takes
 * and never gives can only be in others' way, and who gives never is. (The graph does not keep this
 * order: a start that needs nobody's memory waits for nobody.)
 *
 * @param overhead the most memory in MiB that a guest costs Xen beyond its own
 * @param allowed the remedies that may be used
 */
public record Ordering(int overhead, Set<Remedy> allowed) {
  public Ordering {
    allowed = Set.copyOf(allowed);
  }

  /**
   * The order. A guest that cannot be changed is left as it is, and the others are ordered without
   * it.
   *
   * @param guests of two that compete for memory, the one with the lower number is preferred
   */
  public Order order(List<Guest> guests, List<Host> hosts) {
    Untying untying = new Untying(allowed, new Budget());
    BitSet out = new BitSet();
    List<Lack> lacks = new ArrayList<>();
    while (true) {
      lacks.addAll(Admission.refuse(guests, hosts, overhead, out));
      Placement start = new Placement(guests, hosts, overhead);
      give(start, out);
      BitSet moving = moving(guests, out);
      Placement moved = untying.untie(start, moving);
      List<Lack> stuck = untying.lacks(start, moved, moving);
      if (stuck.isEmpty()) {
        take(moved, out);
        lacks.sort(Comparator.comparingInt(Lack::guest));
        return new Order(Ledger.schedule(moved.transfers(), hosts, overhead), lacks);
      }
      stuck.forEach(lack -> out.set(lack.guest()));
      lacks.addAll(stuck);
    }
  }

  private static BitSet moving(List<Guest> guests, BitSet out) {
    BitSet moving = new BitSet();
    for (int guest = 0; guest < guests.size(); guest++) {
      moving.set(guest, guests.get(guest).moves() && !out.get(guest));
    }
    return moving;
  }

  private static void give(Placement placement, BitSet out) {
    for (int guest = out.nextClearBit(0);
        guest < placement.guests().size();
        guest = out.nextClearBit(guest + 1)) {
      Guest known = placement.guests().get(guest);
      boolean givesHere = known.stays() && known.wanted() <= known.held();
      if (known.ends()) {
        placement.end(guest);
      } else if (known.reshape() != Reshape.NONE && (known.shrinksFirst() || givesHere)) {
        placement.reshape(guest);
      }
    }
  }

  private static void take(Placement placement, BitSet out) {
    for (int guest = out.nextClearBit(0);
        guest < placement.guests().size();
        guest = out.nextClearBit(guest + 1)) {
      if (placement.guests().get(guest).starts() || placement.isStopped(guest)) {
        placement.start(guest);
      } else if (placement.isPending(guest) && !placement.guests().get(guest).ends()) {
        placement.reshape(guest);
      }
    }
  }
}
