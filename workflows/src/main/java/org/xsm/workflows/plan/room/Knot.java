package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Guests of which each waits for another to leave.
 *
 * @param guests their numbers, ascending
 */
record Knot(List<Integer> guests) {
  Knot {
    guests = List.copyOf(guests);
  }

  /** The knots that these guests form: those belong together that share a host. */
  static List<Knot> of(Placement placement, List<Integer> stuck) {
    Map<Integer, Integer> leaders = new HashMap<>();
    for (int guest : stuck) {
      int from = leader(leaders, placement.at(guest));
      leaders.put(from, leader(leaders, placement.guests().get(guest).to()));
    }
    Map<Integer, List<Integer>> byLeader = new TreeMap<>();
    for (int guest : stuck) {
      byLeader
          .computeIfAbsent(leader(leaders, placement.at(guest)), none -> new ArrayList<>())
          .add(guest);
    }
    return byLeader.values().stream()
        .map(Knot::new)
        .sorted(Comparator.comparing(knot -> knot.guests().get(0)))
        .toList();
  }

  private static int leader(Map<Integer, Integer> leaders, int host) {
    int leader = host;
    while (leaders.getOrDefault(leader, leader) != leader) {
      leader = leaders.get(leader);
    }
    leaders.put(host, leader);
    return leader;
  }

  boolean isSmall() {
    return guests.size() <= Board.MOST_GUESTS;
  }

  /**
   * The hosts that its guests are on and want to, and those others that they may stop over on: one
   * that could take them all, if possible one whose memory nobody has used before; else as many as
   * there are guests, the roomiest. No more can be needed, since guests that stop over on other
   * hosts could as well stop over on these.
   */
  List<Integer> hosts(Placement placement) {
    SortedSet<Integer> hosts = new TreeSet<>();
    for (int guest : guests) {
      hosts.add(placement.at(guest));
      hosts.add(placement.guests().get(guest).to());
    }
    int most = Math.min(guests.size(), Board.MOST_HOSTS - hosts.size());
    hosts.addAll(others(placement, hosts, most));
    return List.copyOf(hosts);
  }

  private List<Integer> others(Placement placement, SortedSet<Integer> own, int most) {
    int all = guests.stream().mapToInt(guest -> placement.need(guest) + placement.overhead()).sum();
    PriorityQueue<Integer> roomiest = new PriorityQueue<>(by(placement::room));
    int best = Guest.NOWHERE;
    for (int host = 0; host < placement.hosts().size(); host++) {
      int room = placement.room(host);
      boolean counts = roomiest.size() < most || room > placement.room(roomiest.element());
      boolean suffices =
          room >= all
              && (best == Guest.NOWHERE || placement.untouched(host) > placement.untouched(best));
      if ((counts || suffices) && !own.contains(host)) {
        if (suffices && mayAllEnter(placement, host)) {
          best = host;
        }
        if (counts && mayEnter(placement, host)) {
          roomiest.add(host);
        }
        if (roomiest.size() > most) {
          roomiest.remove();
        }
      }
    }
    return best == Guest.NOWHERE ? List.copyOf(roomiest) : List.of(best);
  }

  private boolean mayAllEnter(Placement placement, int host) {
    return guests.stream().allMatch(guest -> placement.mayEnter(guest, host));
  }

  /** The least first; of equals the one with the higher number. */
  private static Comparator<Integer> by(ToIntFunction<Integer> measure) {
    return Comparator.comparingInt(measure).thenComparing(Comparator.reverseOrder());
  }

  private boolean mayEnter(Placement placement, int host) {
    return guests.stream().anyMatch(guest -> placement.mayEnter(guest, host));
  }
}
