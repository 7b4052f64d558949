package org.xsm.connectors.simulated;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a simulated machine has come, as it stands in its file {@code machine/state}.
 *
 * @param since when it came there
 * @param steps how many positions it has ever come to, which tells each time from all others
 * @param held how far it came from there before something held it up, in percent of the time
 * @param failure why it goes no further until it is started anew
 * @param notes what was done under which operations, so that it is done once; the last hundred
 */
record Walk(
    Position position,
    Instant since,
    long steps,
    OptionalInt held,
    Optional<String> failure,
    List<String> notes) {
  private static final int LAST_NOTES = 100;

  Walk {
    notes = List.copyOf(notes.subList(Math.max(0, notes.size() - LAST_NOTES), notes.size()));
  }

  /** Of a machine that has been in this position for ever. */
  static Walk at(Position position) {
    return new Walk(position, Instant.EPOCH, 0, OptionalInt.empty(), Optional.empty(), List.of());
  }

  Walk moved(Position next, Instant when) {
    return new Walk(next, when, steps + 1, OptionalInt.empty(), Optional.empty(), notes);
  }

  Walk heldUp(int percent) {
    return new Walk(position, since, steps, OptionalInt.of(percent), failure, notes);
  }

  /** Goes on, as if it had come here at this time. */
  Walk resumed(Instant when) {
    return new Walk(position, when, steps, OptionalInt.empty(), failure, notes);
  }

  Walk failed(String cause) {
    return new Walk(position, since, steps, OptionalInt.empty(), Optional.of(cause), notes);
  }

  Walk noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Walk(position, since, steps, held, failure, more);
  }

  /** As it stands in the file, a line for each value. */
  String text() {
    return "position=%s\nsince=%d\nsteps=%d\nheld=%s\nfailure=%s\nnotes=%s\n"
        .formatted(
            position.label(),
            since.toEpochMilli(),
            steps,
            held.isPresent() ? held.getAsInt() : "",
            failure.orElse(""),
            String.join(" ", notes));
  }

  /**
   * Reads what {@link #text} has written.
   *
   * @throws IOException when somebody else has written it
   */
  static Walk parse(String text) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().filter(each -> each.contains("=")).toList()) {
      values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
    try {
      return of(values);
    } catch (NumberFormatException | DateTimeException e) {
      throw new IOException("not the state of a simulated machine: " + text, e);
    }
  }

  private static Walk of(Map<String, String> values) throws IOException {
    String position = values.getOrDefault("position", "");
    String held = values.getOrDefault("held", "");
    return new Walk(
        Position.find(position)
            .orElseThrow(() -> new IOException("no position of a machine: '" + position + "'")),
        Instant.ofEpochMilli(Long.parseLong(values.getOrDefault("since", "0"))),
        Long.parseLong(values.getOrDefault("steps", "0")),
        held.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(held)),
        Optional.of(values.getOrDefault("failure", "")).filter(cause -> !cause.isEmpty()),
        List.of(values.getOrDefault("notes", "").split(" ")));
  }
}
