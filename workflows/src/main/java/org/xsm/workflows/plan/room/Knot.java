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
   * The hosts that its guests are on and want to, and as many others as it has guests: those with
   * most room. No more can be needed, since guests that stop over on other hosts could as well stop
   * over on the roomiest.
   */
  List<Integer> hosts(Placement placement) {
    SortedSet<Integer> hosts = new TreeSet<>();
    for (int guest : guests) {
      hosts.add(placement.at(guest));
      hosts.add(placement.guests().get(guest).to());
    }
    int most = Math.min(hosts.size() + guests.size(), Board.MOST_HOSTS);
    hosts.addAll(roomiest(placement, hosts, most - hosts.size()));
    return List.copyOf(hosts);
  }

  private List<Integer> roomiest(Placement placement, SortedSet<Integer> own, int most) {
    Comparator<Integer> byRoom =
        Comparator.<Integer>comparingInt(placement::room).thenComparing(Comparator.reverseOrder());
    PriorityQueue<Integer> roomiest = new PriorityQueue<>(byRoom);
    for (int host = 0; host < placement.hosts().size(); host++) {
      if (!own.contains(host) && mayEnter(placement, host)) {
        roomiest.add(host);
        if (roomiest.size() > most) {
          roomiest.remove();
        }
      }
    }
    return List.copyOf(roomiest);
  }

  private boolean mayEnter(Placement placement, int host) {
    return guests.stream().anyMatch(guest -> placement.mayEnter(guest, host));
  }
}
