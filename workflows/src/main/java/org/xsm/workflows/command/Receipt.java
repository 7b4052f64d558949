package org.xsm.workflows.command;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a machine says of the image that it has received.
 *
 * @param sha256 in hexadecimal: of the stream that was cast; or, by unicast, of a list of all that
 *     was fetched
 */
public record Receipt(Way way, String sha256) {
  private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");

  /** By what the image came to the machine. */
  public enum Way {
    /** The first cast that the machine has joined. */
    CAST1("cast 1"),
    /** The second one, because the first did not arrive whole. */
    CAST2("cast 2"),
    /** The machine has fetched it for itself. */
    UNICAST("unicast");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** For messages: {@code cast 1}. */
    public String words() {
      return words;
    }

    public boolean isCast() {
      return this != UNICAST;
    }
  }

  public Receipt {
    Objects.requireNonNull(way);
    if (!SUM.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
    }
  }
}
