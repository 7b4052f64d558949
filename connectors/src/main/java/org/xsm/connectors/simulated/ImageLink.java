package org.xsm.connectors.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.files.AtomicFile;
import org.xsm.workflows.command.Receipt;

/**
 * The one network over which images come to simulated machines: a cast takes as long for all
 * machines of its session as for one; those that fetch for themselves have it one after the other,
 * which takes as long as if they had shared it. What was begun lies in a file, so that it goes on
 * whether or not somebody looks.
 */
final class ImageLink {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Path file;
  private final Duration wait;
  private List<Passage> passages;
  private Optional<Known> known = Optional.empty();

  /** A session's schedule as it is at a moment, with so many that have joined anything. */
  private record Known(String session, Instant now, int joined, CastSchedule schedule) {
    boolean isOf(String name, Instant when, int number) {
      return session.equals(name) && now.equals(when) && joined == number;
    }
  }

  /**
   * @param file where it lies what was begun
   * @param wait how long machines of a session wait for each other
   */
  ImageLink(Path file, Duration wait) {
    this.file = file;
    this.wait = wait;
  }

  /** The time in which the image comes; empty as long as that is not known. */
  synchronized Optional<Span> span(Arrival asked, Optional<Delivery> delivery, Instant now)
      throws IOException {
    Passage passage = begun(asked, delivery, now);
    Arrival arrival = passage.arrival();
    if (!arrival.at().equals(asked.at())) {
      // Something had held it up: it goes on by itself from where it was.
      return Optional.of(
          new Span(asked.at(), asked.at().plus(asked.lasts()), Receipt.Way.UNICAST, true));
    }
    if (passage.alone().isPresent()) {
      return passage.alone();
    }
    CastSchedule schedule = schedule(passage.session().orElseThrow(), now);
    Optional<Instant> alone = schedule.alone(arrival);
    return alone.isPresent() ? Optional.of(fetch(passage, alone.get())) : schedule.span(arrival);
  }

  /** By what the machine's image came last; empty where none ever came. */
  synchronized Optional<Receipt.Way> way(String machine, Instant now) throws IOException {
    Optional<Passage> last =
        passages().stream()
            .filter(passage -> passage.arrival().machine().equals(machine))
            .reduce((one, other) -> other);
    return last.flatMap(
            passage ->
                passage
                    .alone()
                    .or(
                        () ->
                            passage
                                .session()
                                .flatMap(
                                    session -> schedule(session, now).span(passage.arrival()))))
        .map(Span::way);
  }

  private Passage begun(Arrival asked, Optional<Delivery> delivery, Instant now)
      throws IOException {
    Optional<Passage> known =
        passages().stream().filter(each -> each.arrival().isSame(asked)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    passages.removeIf(each -> each.arrival().at().isBefore(now.minus(REMEMBERED)));
    Passage begun =
        new Passage(
            asked,
            delivery,
            delivery.isPresent() ? Optional.empty() : Optional.of(next(asked, asked.at())));
    passages.add(begun);
    save();
    return begun;
  }

  private Span fetch(Passage passage, Instant from) throws IOException {
    Span span = next(passage.arrival(), from);
    passages.set(passages.indexOf(passage), passage.alone(span));
    save();
    return span;
  }

  /** When one who fetches for himself has the network, behind those that came before him. */
  private Span next(Arrival arrival, Instant from) {
    Instant free =
        passages.stream()
            .flatMap(each -> each.alone().stream())
            .map(Span::until)
            .filter(from::isBefore)
            .max(Instant::compareTo)
            .orElse(from);
    return new Span(from, free.plus(arrival.lasts()), Receipt.Way.UNICAST, true);
  }

  /** All that are looked at at one moment see the same schedule. */
  private CastSchedule schedule(Delivery session, Instant now) {
    Optional<CastSchedule> same =
        known
            .filter(each -> each.isOf(session.session(), now, passages.size()))
            .map(Known::schedule);
    CastSchedule schedule = same.orElseGet(() -> schedule(now, session));
    known = Optional.of(new Known(session.session(), now, passages.size(), schedule));
    return schedule;
  }

  private CastSchedule schedule(Instant now, Delivery session) {
    List<Passage> together =
        passages.stream()
            .filter(
                each ->
                    each.session().map(Delivery::session).equals(Optional.of(session.session())))
            .toList();
    int machines = together.get(0).session().orElseThrow().machines();
    return new CastSchedule(together.stream().map(Passage::arrival).toList(), machines, wait, now);
  }

  private List<Passage> passages() throws IOException {
    if (passages == null) {
      passages = new ArrayList<>();
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          passages.add(Passage.parse(line));
        }
      }
    }
    return passages;
  }

  private void save() throws IOException {
    StringBuilder text = new StringBuilder();
    passages.forEach(passage -> text.append(passage.line()).append('\n'));
    Files.createDirectories(file.getParent());
    AtomicFile.write(file, AtomicFile.PUBLIC, text.toString());
  }
}
