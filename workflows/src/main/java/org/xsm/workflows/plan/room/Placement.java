package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.List;
import org.xsm.workflows.plan.room.Act.Kind;
import org.xsm.workflows.plan.room.Guest.Reshape;
import org.xsm.workflows.plan.room.Guest.Travel;

/**
 * Where every guest is, and what is free, while acts are carried out one after the other. Refuses
 * an act that does not fit.
 *
 * <p>What a guest costs Xen beyond its own memory is not known, only that it is no more than the
 * overhead. A guest that leaves may give back little of it, one that comes may need all of it. So
 * two accounts are kept, one with no overhead and one with all of it, and both must suffice: then
 * any overhead in between, the same for each guest, suffices too.
 */
final class Placement {
  private static final int STOPPED = -2;

  private final List<Guest> guests;
  private final List<Host> hosts;
  private final int overhead;
  private final int[] lean;
  private final int[] full;
  private final int[] untouched;
  private final int[] at;
  private final int[] holds;
  private final int[] carries;
  private final boolean[] shrunk;
  private final boolean[] reshaped;
  private final List<Transfer> transfers;

  Placement(List<Guest> guests, List<Host> hosts, int overhead) {
    this.guests = guests;
    this.hosts = hosts;
    this.overhead = overhead;
    this.lean = hosts.stream().mapToInt(Host::free).toArray();
    this.full = lean.clone();
    this.untouched = lean.clone();
    this.at = guests.stream().mapToInt(Guest::from).toArray();
    this.holds = guests.stream().mapToInt(Guest::held).toArray();
    this.carries = guests.stream().mapToInt(Guest::size).toArray();
    this.shrunk = new boolean[guests.size()];
    this.reshaped = new boolean[guests.size()];
    this.transfers = new ArrayList<>();
  }

  private Placement(Placement other) {
    this.guests = other.guests;
    this.hosts = other.hosts;
    this.overhead = other.overhead;
    this.lean = other.lean.clone();
    this.full = other.full.clone();
    this.untouched = other.untouched.clone();
    this.at = other.at.clone();
    this.holds = other.holds.clone();
    this.carries = other.carries.clone();
    this.shrunk = other.shrunk.clone();
    this.reshaped = other.reshaped.clone();
    this.transfers = new ArrayList<>(other.transfers);
  }

  Placement copy() {
    return new Placement(this);
  }

  List<Guest> guests() {
    return guests;
  }

  List<Host> hosts() {
    return hosts;
  }

  /** What was done, in its order. */
  List<Transfer> transfers() {
    return transfers;
  }

  int overhead() {
    return overhead;
  }

  /** What is free on the host if guests cost nothing beyond their own memory. */
  int lean(int host) {
    return lean[host];
  }

  /** What is free on the host if guests cost the whole overhead. */
  int full(int host) {
    return full[host];
  }

  int at(int guest) {
    return at[guest];
  }

  boolean isStopped(int guest) {
    return at[guest] == STOPPED;
  }

  /** Whether the guest is on its way and not yet where it is wanted, and runs. */
  boolean isUnderWay(int guest) {
    return guests.get(guest).moves() && at[guest] != guests.get(guest).to() && at[guest] >= 0;
  }

  /** Whether the guest can be made smaller for a while. */
  boolean canShrink(int guest) {
    Guest known = guests.get(guest);
    return known.travel() == Travel.LIVE && !shrunk[guest] && known.floor() < holds[guest];
  }

  int holds(int guest) {
    return holds[guest];
  }

  /** What the guest takes with it when it moves now, without its overhead. */
  int need(int guest) {
    Guest known = guests.get(guest);
    return known.travel() == Travel.COLD ? known.wanted() : carries[guest];
  }

  /** How much memory is missing on the host for this guest to move there; 0 when it fits. */
  int missing(int guest, int host) {
    int need = need(guest);
    return Math.max(0, Math.max(need - lean[host], need + overhead - full[host]));
  }

  /** What a guest could get on the host, beside its overhead. */
  int room(int host) {
    return Math.min(lean[host], full[host] - overhead);
  }

  /**
   * What is free on the host and was all the time, so that nobody need wait for it. In steps of 256
   * MiB, so that a few MiB more or less make no other plan.
   */
  int untouched(int host) {
    return untouched[host] >> 8;
  }

  /** Whether the guest may be on this host at all, for a stop over or for good. */
  boolean mayEnter(int guest, int host) {
    Guest known = guests.get(guest);
    if (host == known.to()) {
      return true;
    }
    return known.travel() == Travel.LIVE
        && !known.barred().contains(host)
        && hosts.get(host).family().equals(hosts.get(known.from()).family());
  }

  void end(int guest) {
    leave(Kind.END, guest, Guest.NOWHERE);
  }

  void stop(int guest) {
    leave(Kind.STOP, guest, STOPPED);
  }

  private void leave(Kind kind, int guest, int whither) {
    int host = at[guest];
    Share gives = new Share(host, holds[guest], 1);
    at[guest] = whither;
    carryOut(new Act(kind, guest, host, holds[guest]), Share.NOTHING, gives);
    holds[guest] = 0;
  }

  void start(int guest) {
    Guest known = guests.get(guest);
    Share takes = new Share(known.to(), known.wanted(), 1);
    become(guest, known.wanted());
    at[guest] = known.to();
    reshaped[guest] = true;
    carryOut(new Act(Kind.START, guest, known.to(), known.wanted()), takes, Share.NOTHING);
  }

  void shrink(int guest) {
    int floor = guests.get(guest).floor();
    shrunk[guest] = true;
    reshaped[guest] = false;
    resize(Kind.SHRINK, guest, floor);
  }

  void reshape(int guest) {
    reshaped[guest] = true;
    shrunk[guest] = false;
    resize(Kind.RESHAPE, guest, guests.get(guest).wanted());
  }

  private void resize(Kind kind, int guest, int size) {
    int more = size - holds[guest];
    Share takes = more > 0 ? new Share(at[guest], more, 0) : Share.NOTHING;
    Share gives = more < 0 ? new Share(at[guest], -more, 0) : Share.NOTHING;
    become(guest, size);
    carryOut(new Act(kind, guest, at[guest], size), takes, gives);
  }

  /** To another host; where the guest is to be restarted smaller there, that is done at once. */
  void move(int guest, int host) {
    int need = need(guest);
    Share takes = new Share(host, need, 1);
    Share gives = new Share(at[guest], holds[guest], 1);
    become(guest, need);
    at[guest] = host;
    reshaped[guest] |= guests.get(guest).travel() == Travel.COLD;
    carryOut(new Act(Kind.MOVE, guest, host, need), takes, gives);
    if (host == guests.get(guest).to() && isPending(guest) && givesByReshaping(guest)) {
      reshape(guest);
    }
  }

  /** Whether the guest has still to get the size and config that are wanted. */
  boolean isPending(int guest) {
    return !reshaped[guest] && (shrunk[guest] || guests.get(guest).reshape() != Reshape.NONE);
  }

  boolean givesByReshaping(int guest) {
    return guests.get(guest).wanted() <= holds[guest];
  }

  private void become(int guest, int size) {
    holds[guest] = size;
    carries[guest] = size;
  }

  private void carryOut(Act act, Share takes, Share gives) {
    if (takes.host() != Guest.NOWHERE) {
      lean[takes.host()] -= takes.memory();
      full[takes.host()] -= takes.with(overhead);
      untouched[takes.host()] -= takes.with(overhead);
      if (lean[takes.host()] < 0 || full[takes.host()] < 0) {
        throw new IllegalStateException("does not fit: " + act);
      }
    }
    if (gives.host() != Guest.NOWHERE) {
      lean[gives.host()] += gives.memory();
      full[gives.host()] += gives.with(overhead);
    }
    transfers.add(new Transfer(act, takes, gives));
  }
}
