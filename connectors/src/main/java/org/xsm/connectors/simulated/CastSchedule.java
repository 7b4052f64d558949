package org.xsm.connectors.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xsm.workflows.command.Receipt;

/**
 * When the casts of a session are sent, and which of them reaches whom: follows from when machines
 * were ready, as with the real sender. The first begins when all are there, or some have waited
 * long enough; others follow for the late and for those that have lost something. Who has had two
 * in vain, or comes after the last, is left to himself.
 */
final class CastSchedule {
  private static final int MOST_CASTS = 4;
  private static final int MOST_FOR_ONE = 2;

  private final Instant now;
  private final Duration wait;
  private final Map<Arrival, Span> spans = new HashMap<>();
  private final Map<Arrival, Integer> taken = new HashMap<>();
  private final Map<Arrival, Instant> alone = new HashMap<>();
  private List<Ready> waiting = new ArrayList<>();

  /** Who waits for a cast, since when. */
  private record Ready(Arrival arrival, Instant since) {}

  /**
   * @param machines for how many the session is
   * @param wait how long those that are ready wait for the others
   */
  CastSchedule(List<Arrival> arrivals, int machines, Duration wait, Instant now) {
    this.now = now;
    this.wait = wait;
    arrivals.forEach(arrival -> waiting.add(new Ready(arrival, arrival.at())));
    Instant free = Instant.MIN;
    for (int number = 1; number <= MOST_CASTS && !waiting.isEmpty(); number++) {
      Instant start = number == 1 ? first(machines) : later(free);
      if (start.isAfter(now)) {
        return;
      }
      free = cast(start);
    }
    for (Ready late : waiting) {
      alone.put(late.arrival(), late.since().isAfter(free) ? late.since() : free);
    }
  }

  /** What comes to it now, or has come to it last; empty while it waits for its first cast. */
  Optional<Span> span(Arrival arrival) {
    return Optional.ofNullable(spans.get(arrival));
  }

  /** Since when it fetches its image for itself. */
  Optional<Instant> alone(Arrival arrival) {
    return Optional.ofNullable(alone.get(arrival));
  }

  private Instant first(int machines) {
    List<Instant> ready =
        waiting.stream()
            .collect(
                Collectors.toMap(
                    each -> each.arrival().machine(), Ready::since, CastSchedule::earlier))
            .values()
            .stream()
            .sorted()
            .toList();
    Instant last = ready.get(0).plus(wait);
    return ready.size() >= machines ? earlier(ready.get(machines - 1), last) : last;
  }

  private Instant later(Instant free) {
    Instant first = waiting.stream().map(Ready::since).min(Comparator.naturalOrder()).orElseThrow();
    return (first.isAfter(free) ? first : free).plus(wait.dividedBy(4));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** All that are ready take part, at the pace of the slowest; answers its end. */
  private Instant cast(Instant start) {
    List<Ready> aboard = waiting.stream().filter(each -> !each.since().isAfter(start)).toList();
    waiting.removeAll(aboard);
    Duration lasts =
        aboard.stream()
            .map(each -> each.arrival().lasts())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Instant end = start.plus(lasts);
    aboard.forEach(each -> take(each.arrival(), start, end));
    return end;
  }

  private void take(Arrival arrival, Instant start, Instant end) {
    int number = taken.merge(arrival, 1, Integer::sum);
    boolean whole = arrival.loses() < number;
    spans.put(
        arrival, new Span(start, end, number == 1 ? Receipt.Way.CAST1 : Receipt.Way.CAST2, whole));
    if (!whole && number < MOST_FOR_ONE) {
      waiting.add(new Ready(arrival, end));
    } else if (!whole && !end.isAfter(now)) {
      alone.put(arrival, end);
    }
  }
}
