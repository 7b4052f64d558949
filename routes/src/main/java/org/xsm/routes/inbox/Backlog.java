package org.xsm.routes.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The claimed files that could not be settled yet, and when each is tried again: after 1 s, 2 s, 4
 * s and so on, at last every minute. Each waits for itself alone.
 */
final class Backlog {
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private record Waiting(ClaimedFile file, Instant due, int failures) {}

  private final Map<String, Waiting> waiting = new ConcurrentSkipListMap<>();
  private final Clock clock;

  Backlog(Clock clock) {
    this.clock = clock;
  }

  /** Adds files that are due at once. */
  void addAll(Collection<ClaimedFile> leftovers) {
    leftovers.forEach(file -> waiting.put(file.claim(), new Waiting(file, clock.instant(), 0)));
  }

  /** Keeps a file that could not be settled now. */
  void postpone(ClaimedFile file) {
    waiting.compute(
        file.claim(),
        (claim, before) -> {
          int failures = before == null ? 1 : before.failures() + 1;
          return new Waiting(file, clock.instant().plus(waitAfter(failures)), failures);
        });
  }

  /** Forgets a file that is settled. */
  void remove(ClaimedFile file) {
    waiting.remove(file.claim());
  }

  /** The files whose time has come, oldest drop first. */
  List<ClaimedFile> listDue() {
    Instant now = clock.instant();
    return waiting.values().stream()
        .filter(entry -> !entry.due().isAfter(now))
        .map(Waiting::file)
        .toList();
  }

  private static Duration waitAfter(int failures) {
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
