package org.xsm.workflows.plan.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.xsm.workflows.plan.room.Guest.Reshape;

/**
 * Lets in only what fits in the end, when all that leaves has left. Who is not let in stays as it
 * is, which may leave too little for another, until all that is left fits.
 *
 * <p>On a host that cannot take all, those come first that are there already, then those that come
 * from other hosts, then those that are new; of each kind in the order of their numbers.
 */
final class Admission {
  private final List<Guest> guests;
  private final List<Host> hosts;
  private final int overhead;
  private final BitSet out;
  private final List<List<Integer>> leaving = new ArrayList<>();
  private final List<List<Integer>> coming = new ArrayList<>();
  private final List<Lack> lacks = new ArrayList<>();
  private final Deque<Integer> unsure = new ArrayDeque<>();
  private final BitSet isUnsure = new BitSet();

  private Admission(List<Guest> guests, List<Host> hosts, int overhead, BitSet out) {
    this.guests = guests;
    this.hosts = hosts;
    this.overhead = overhead;
    this.out = out;
  }

  /**
   * Adds to {@code out} every guest that does not fit in the end, and says what each lacks.
   *
   * @param out guests that are left as they are for another reason
   */
  static List<Lack> refuse(List<Guest> guests, List<Host> hosts, int overhead, BitSet out) {
    Admission admission = new Admission(guests, hosts, overhead, out);
    admission.sort();
    admission.decide();
    return admission.lacks;
  }

  private void sort() {
    for (int host = 0; host < hosts.size(); host++) {
      leaving.add(new ArrayList<>());
      coming.add(new ArrayList<>());
      doubt(host);
    }
    for (int rank = 0; rank <= 2; rank++) {
      for (int guest = 0; guest < guests.size(); guest++) {
        Guest known = guests.get(guest);
        if (rank == rank(known) && !known.ends()) {
          coming.get(known.to()).add(guest);
        }
      }
    }
    for (int guest = 0; guest < guests.size(); guest++) {
      if (!guests.get(guest).starts()) {
        leaving.get(guests.get(guest).from()).add(guest);
      }
    }
  }

  private static int rank(Guest guest) {
    return guest.starts() ? 2 : guest.moves() ? 1 : 0;
  }

  private void doubt(int host) {
    if (!isUnsure.get(host)) {
      isUnsure.set(host);
      unsure.add(host);
    }
  }

  private void decide() {
    while (!unsure.isEmpty()) {
      int host = unsure.remove();
      isUnsure.clear(host);
      decide(host);
    }
  }

  private void decide(int host) {
    int lean = hosts.get(host).free();
    int full = lean;
    for (int guest : leaving.get(host)) {
      Share gives = gives(guest);
      lean += gives.memory();
      full += gives.with(overhead);
    }
    for (int guest : coming.get(host)) {
      Share takes = takes(guest);
      int room = Math.min(lean, full - (takes.with(overhead) - takes.memory()));
      if (takes.memory() <= room) {
        lean -= takes.memory();
        full -= takes.with(overhead);
      } else {
        refuse(guest, takes.memory(), room);
      }
    }
  }

  private void refuse(int guest, int need, int room) {
    Guest known = guests.get(guest);
    out.set(guest);
    lacks.add(new Lack(guest, known.to(), need - room, room, List.of()));
    if (known.moves()) {
      doubt(known.from());
    }
  }

  private Share gives(int guest) {
    Guest known = guests.get(guest);
    if (out.get(guest)) {
      return Share.NOTHING;
    }
    if (known.stays()) {
      return new Share(known.from(), Math.max(0, -growth(known)), 0);
    }
    return new Share(known.from(), known.held(), 1);
  }

  private Share takes(int guest) {
    Guest known = guests.get(guest);
    if (out.get(guest)) {
      return Share.NOTHING;
    }
    if (known.stays()) {
      return new Share(known.to(), Math.max(0, growth(known)), 0);
    }
    return new Share(known.to(), known.wanted(), 1);
  }

  private static int growth(Guest known) {
    return known.reshape() == Reshape.NONE ? 0 : known.wanted() - known.held();
  }
}
