package org.xsm.workflows.plan.room;

import java.util.List;
import org.xsm.workflows.plan.room.Guest.Travel;

/**
 * A knot as a board game: a few guests on a few hosts, and a position that fits into one number.
 * Seven bits for each guest: five for its field (a host, or stopped), two for its {@link #size}.
 */
final class Board {
  static final int MOST_GUESTS = 9;
  static final int MOST_HOSTS = 30;

  private static final int BITS = 7;
  private static final int STOPPED = 31;
  private static final int AS_CARRIED = 0;
  private static final int SHRUNK = 1;
  private static final int RESHAPED = 2;
  private static final int UNTOUCHED = 3;

  private final Placement placement;
  private final int[] guests;
  private final int[] hosts;
  private final int[] lean;
  private final int[] full;
  private final boolean[][] may;

  Board(Placement placement, List<Integer> guests, List<Integer> hosts, Extra extra) {
    this.placement = placement;
    this.guests = guests.stream().mapToInt(Integer::intValue).toArray();
    this.hosts = hosts.stream().mapToInt(Integer::intValue).toArray();
    this.lean = new int[this.hosts.length];
    this.full = new int[this.hosts.length];
    this.may = new boolean[this.guests.length][this.hosts.length];
    for (int host = 0; host < this.hosts.length; host++) {
      lean[host] = placement.lean(this.hosts[host]) + extra.on(this.hosts[host]);
      full[host] = placement.full(this.hosts[host]) + extra.on(this.hosts[host]);
      for (int guest = 0; guest < this.guests.length; guest++) {
        may[guest][host] = placement.mayEnter(this.guests[guest], this.hosts[host]);
      }
    }
    clearAway();
  }

  /** Capacity without the guests that play. */
  private void clearAway() {
    for (int guest = 0; guest < guests.length; guest++) {
      if (placement.at(guests[guest]) >= 0) {
        int field = field(placement.at(guests[guest]));
        lean[field] += placement.holds(guests[guest]);
        full[field] += placement.holds(guests[guest]) + placement.overhead();
      }
    }
  }

  private int field(int host) {
    for (int field = 0; field < hosts.length; field++) {
      if (hosts[field] == host) {
        return field;
      }
    }
    throw new IllegalStateException("host " + host + " is not on the board");
  }

  int guests() {
    return guests.length;
  }

  int hosts() {
    return hosts.length;
  }

  int host(int field) {
    return hosts[field];
  }

  int guest(int player) {
    return guests[player];
  }

  /** The position that the placement is in. */
  long start() {
    long position = 0;
    for (int guest = 0; guest < guests.length; guest++) {
      int at = placement.at(guests[guest]);
      position = with(position, guest, at < 0 ? STOPPED : field(at), UNTOUCHED);
    }
    return position;
  }

  private static long with(long position, int guest, int field, int size) {
    int shift = guest * BITS;
    return position & ~(0x7FL << shift) | (long) (size << 5 | field) << shift;
  }

  private static int fieldOf(long position, int guest) {
    return (int) (position >>> guest * BITS) & 31;
  }

  private static int sizeOf(long position, int guest) {
    return (int) (position >>> guest * BITS + 5) & 3;
  }

  boolean isHome(long position, int guest) {
    int field = fieldOf(position, guest);
    return field == STOPPED || hosts[field] == known(guest).to();
  }

  boolean isStopped(long position, int guest) {
    return fieldOf(position, guest) == STOPPED;
  }

  /** What is free beside the guests, in both accounts, written into the two arrays. */
  void free(long position, int[] freeLean, int[] freeFull) {
    System.arraycopy(lean, 0, freeLean, 0, lean.length);
    System.arraycopy(full, 0, freeFull, 0, full.length);
    for (int guest = 0; guest < guests.length; guest++) {
      int field = fieldOf(position, guest);
      if (field != STOPPED) {
        int size = size(guest, sizeOf(position, guest));
        freeLean[field] -= size;
        freeFull[field] -= size + placement.overhead();
      }
    }
  }

  private int size(int guest, int size) {
    return switch (size) {
      case AS_CARRIED -> placement.need(guests[guest]);
      case SHRUNK -> known(guest).floor();
      case RESHAPED -> known(guest).wanted();
      default -> placement.holds(guests[guest]);
    };
  }

  /** What the guest takes with it when it moves now. */
  int need(long position, int guest) {
    int size = sizeOf(position, guest);
    return size(guest, size == UNTOUCHED ? AS_CARRIED : size);
  }

  boolean mayMove(long position, int guest, int field) {
    return may[guest][field] && field != fieldOf(position, guest);
  }

  int overhead() {
    return placement.overhead();
  }

  /** The guest goes to this field; where it is wanted smaller there, it becomes so at once. */
  long move(long position, int guest, int field) {
    int size = sizeOf(position, guest);
    int carried = size == UNTOUCHED ? AS_CARRIED : size;
    boolean home = hosts[field] == known(guest).to();
    boolean pending = size != RESHAPED && (size == SHRUNK || placement.isPending(guests[guest]));
    boolean gives = known(guest).wanted() <= size(guest, carried);
    boolean reshapes = known(guest).travel() == Travel.COLD || home && pending && gives;
    return with(position, guest, field, reshapes ? RESHAPED : carried);
  }

  boolean mayShrink(long position, int guest) {
    int size = sizeOf(position, guest);
    return fieldOf(position, guest) != STOPPED
        && (size == UNTOUCHED || size == AS_CARRIED)
        && placement.canShrink(guests[guest]);
  }

  long shrink(long position, int guest) {
    return with(position, guest, fieldOf(position, guest), SHRUNK);
  }

  long stop(long position, int guest) {
    return with(position, guest, STOPPED, UNTOUCHED);
  }

  private Guest known(int guest) {
    return placement.guests().get(guests[guest]);
  }
}
