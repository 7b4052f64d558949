package org.xsm.connectors.cast;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cast that was sent to its end.
 *
 * @param sha256 of the stream, in hexadecimal
 * @param number of the session's casts, from 1
 * @param octets of the stream
 */
public record Cast(String sha256, int number, long octets) {
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64}) ([1-9][0-9]{0,3}) ([0-9]{1,18})");

  /** Reads a line of a session's sums. */
  static Optional<Cast> parse(String line) {
    Matcher cast = LINE.matcher(line.strip());
    return cast.matches()
        ? Optional.of(
            new Cast(cast.group(1), Integer.parseInt(cast.group(2)), Long.parseLong(cast.group(3))))
        : Optional.empty();
  }
}
