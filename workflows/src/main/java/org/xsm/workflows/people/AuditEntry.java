package org.xsm.workflows.people;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.xsm.workflows.site.Printable;

/**
 * Something that somebody did, or tried to do, over the network. It never holds what was sent.
 *
 * @param person as logged in; at a wrong login the name that was tried, or a token's first letters
 * @param act {@code login}, {@code logout}, or the method of HTTP
 * @param path without what follows the question mark
 * @param status of HTTP: 401 for a wrong login, else what was answered
 */
public record AuditEntry(
    Instant at, String person, String address, Way way, String act, String path, int status) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_ACT = 10;
  private static final int LONGEST_PATH = 200;

  /** How somebody was logged in. */
  public enum Way {
    /** By a session of the pages. */
    PAGE,
    /** By name and password with the request. */
    BASIC,
    /** By a token. */
    TOKEN;

    /** The word in the API and on pages: {@code page}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The way with this label. */
    public static Way parse(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  public AuditEntry {
    Objects.requireNonNull(at);
    Objects.requireNonNull(way);
    person = Printable.of(person, LONGEST_NAME);
    address = Printable.of(address, LONGEST_ADDRESS);
    act = Printable.of(act, LONGEST_ACT);
    path = Printable.of(path, LONGEST_PATH);
  }
}
