package org.xsm.connectors.simulated;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.xsm.workflows.command.Receipt;

/**
 * An image on its way to a simulated machine, as it stands in a line of the link's file.
 *
 * @param session in which it was to come
 * @param alone when the machine fetches it for itself
 */
record Passage(Arrival arrival, Optional<Delivery> session, Optional<Span> alone) {
  private static final String NONE = "-";

  Passage alone(Span span) {
    return new Passage(arrival, session, Optional.of(span));
  }

  /** Address, step, time, milliseconds alone, lost casts, session, its machines, from, until. */
  String line() {
    return String.join(
        " ",
        arrival.machine(),
        Long.toString(arrival.step()),
        Long.toString(arrival.at().toEpochMilli()),
        Long.toString(arrival.lasts().toMillis()),
        Integer.toString(arrival.loses()),
        session.map(Delivery::session).orElse(NONE),
        session.map(each -> Integer.toString(each.machines())).orElse(NONE),
        alone.map(span -> Long.toString(span.from().toEpochMilli())).orElse(NONE),
        alone.map(span -> Long.toString(span.until().toEpochMilli())).orElse(NONE));
  }

  /**
   * Reads what {@link #line} has written.
   *
   * @throws IOException when somebody else has written it
   */
  static Passage parse(String line) throws IOException {
    String[] words = line.split(" ");
    try {
      Arrival arrival =
          new Arrival(
              words[0],
              Long.parseLong(words[1]),
              time(words[2]),
              Duration.ofMillis(Long.parseLong(words[3])),
              Integer.parseInt(words[4]));
      return new Passage(arrival, session(words), alone(words));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException strange) {
      throw new IOException("not an image on its way: " + line, strange);
    }
  }

  private static Optional<Delivery> session(String... words) {
    return words[5].equals(NONE)
        ? Optional.empty()
        : Optional.of(new Delivery(words[5], Integer.parseInt(words[6])));
  }

  private static Optional<Span> alone(String... words) {
    return words[7].equals(NONE)
        ? Optional.empty()
        : Optional.of(new Span(time(words[7]), time(words[8]), Receipt.Way.UNICAST, true));
  }

  private static Instant time(String milliseconds) {
    return Instant.ofEpochMilli(Long.parseLong(milliseconds));
  }
}
