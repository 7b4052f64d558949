package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.xsm.workflows.plan.room.Guest.Reshape;
import org.xsm.workflows.plan.room.Guest.Travel;

/** A small site whose guests want to change. */
record Puzzle(List<Host> hosts, List<Guest> guests, int overhead, Set<Remedy> remedies) {
  Order order() {
    return new Ordering(overhead, remedies).order(guests, hosts);
  }

  /** The same with more memory on one host. */
  Puzzle with(int host, int more) {
    List<Host> roomier = new ArrayList<>(hosts);
    roomier.set(host, new Host(hosts.get(host).free() + more, hosts.get(host).family()));
    return new Puzzle(roomier, guests, overhead, remedies);
  }

  static Guest moving(int from, int to, int size) {
    return moving(from, to, size, size);
  }

  static Guest moving(int from, int to, int size, int floor) {
    return new Guest(from, size, size, to, size, Reshape.NONE, Travel.LIVE, floor, Set.of());
  }

  static Guest starting(int to, int size) {
    return new Guest(Guest.NOWHERE, 0, 0, to, size, Reshape.NONE, Travel.LIVE, 0, Set.of());
  }

  static Guest ending(int from, int size) {
    return new Guest(from, size, size, Guest.NOWHERE, 0, Reshape.NONE, Travel.LIVE, size, Set.of());
  }

  static Guest reshaped(int host, int size, int wanted, Reshape reshape) {
    return new Guest(host, size, size, host, wanted, reshape, Travel.LIVE, size, Set.of());
  }

  static List<Host> hosts(int... free) {
    return IntStream.of(free).mapToObj(memory -> new Host(memory, "xl")).toList();
  }

  boolean areAlike(int host, int other) {
    return hosts.get(host).family().equals(hosts.get(other).family());
  }

  /** Up to so many guests on up to so many hosts, tight enough to be in each other's way. */
  static Arbitrary<Puzzle> any(int mostHosts, int mostGuests) {
    return Arbitraries.integers()
        .between(2, mostHosts)
        .flatMap(hosts -> any(hosts, guest(hosts).list().ofMinSize(1).ofMaxSize(mostGuests)));
  }

  /** Guests that change places on few hosts and are in each other's way. */
  static Arbitrary<Puzzle> knots() {
    return Arbitraries.integers()
        .between(2, 4)
        .flatMap(
            hosts ->
                any(
                    hosts,
                    Combinators.combine(host(hosts), host(hosts), size(), size())
                        .as(Puzzle::movingOrNot)
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(5)))
        .filter(Puzzle::isKnotted);
  }

  /** Whether it fits in the end, but moves that go straight do not get there. */
  private boolean isKnotted() {
    return new Ordering(overhead, Set.of())
        .order(guests, hosts).lacks().stream().anyMatch(lack -> !lack.knot().isEmpty());
  }

  private static Arbitrary<Puzzle> any(int hosts, Arbitrary<List<Guest>> guests) {
    Arbitrary<List<Host>> slack =
        Combinators.combine(
                Arbitraries.of(-8, 0, 0, 2, 4, 10, 16, 30),
                Arbitraries.frequency(Tuple.of(12, "xl"), Tuple.of(1, "xm")))
            .as(Host::new)
            .list()
            .ofSize(hosts);
    Arbitrary<Set<Remedy>> remedies =
        Arbitraries.of(
            EnumSet.of(Remedy.DETOUR),
            EnumSet.of(Remedy.DETOUR, Remedy.SHRINK),
            EnumSet.allOf(Remedy.class));
    return Combinators.combine(slack, guests, Arbitraries.of(0, 4), remedies)
        .as(Puzzle::consistent)
        .map(Puzzle::tight);
  }

  /** Each host as large as it must be before and after, and what is free in the puzzle on top. */
  private Puzzle tight() {
    int[] before = new int[hosts.size()];
    int[] after = new int[hosts.size()];
    for (Guest guest : guests) {
      if (!guest.starts()) {
        before[guest.from()] += guest.held() + overhead;
      }
      if (!guest.ends()) {
        after[guest.to()] += guest.wanted() + overhead;
      }
    }
    List<Host> tight = new ArrayList<>();
    for (int host = 0; host < before.length; host++) {
      int free = Math.max(0, after[host] - before[host]) + hosts.get(host).free();
      tight.add(new Host(Math.max(0, free), hosts.get(host).family()));
    }
    return new Puzzle(tight, guests, overhead, remedies);
  }

  /** Between hosts of two families guests go cold only, and only where that is allowed. */
  private static Puzzle consistent(
      List<Host> hosts, List<Guest> guests, int overhead, Set<Remedy> remedies) {
    List<Guest> consistent = new ArrayList<>();
    for (Guest guest : guests) {
      boolean alike =
          !guest.moves() || hosts.get(guest.from()).family().equals(hosts.get(guest.to()).family());
      if (alike || remedies.contains(Remedy.STOP)) {
        consistent.add(alike ? guest : cold(guest));
      }
    }
    return new Puzzle(hosts, consistent, overhead, remedies);
  }

  private static Guest cold(Guest guest) {
    return new Guest(
        guest.from(),
        guest.held(),
        guest.size(),
        guest.to(),
        guest.wanted(),
        guest.reshape(),
        Travel.COLD,
        guest.size(),
        Set.of());
  }

  private static Arbitrary<Integer> host(int hosts) {
    return Arbitraries.integers().between(0, hosts - 1);
  }

  private static Arbitrary<Integer> size() {
    return Arbitraries.of(8, 10, 16, 20, 30, 40);
  }

  private static Arbitrary<Guest> guest(int hosts) {
    Arbitrary<Integer> host = host(hosts);
    Arbitrary<Reshape> reshape = Arbitraries.of(Reshape.LIVE, Reshape.RESTART);
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(host, host, size(), size()).as(Puzzle::movingOrNot)),
        Tuple.of(2, Combinators.combine(host, host, size(), size()).as(Puzzle::movingAndReshaped)),
        Tuple.of(1, Combinators.combine(host, size()).as(Puzzle::starting)),
        Tuple.of(1, Combinators.combine(host, size()).as(Puzzle::ending)),
        Tuple.of(1, Combinators.combine(host, size(), size(), reshape).as(Puzzle::reshaped)));
  }

  private static Guest movingOrNot(int from, int to, int size, int floor) {
    return moving(from, to, size, Math.min(floor, size));
  }

  private static Guest movingAndReshaped(int from, int to, int size, int wanted) {
    Reshape reshape = wanted % 16 == 0 ? Reshape.RESTART : Reshape.LIVE;
    return new Guest(from, size, size, to, wanted, reshape, Travel.LIVE, (size + 1) / 2, Set.of());
  }
}
