package org.xsm.workflows.people;

import java.time.Duration;
import java.util.Objects;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Printable;

/**
 * A token that somebody wants to have.
 *
 * @param name what it is for, so that its person knows which one to revoke
 * @param lifetime how long it is to be good
 */
public record TokenWish(String name, Duration lifetime, Extent extent) {
  private static final int LONGEST_NAME = 60;

  public TokenWish {
    Objects.requireNonNull(extent);
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || !Printable.of(name).equals(name)) {
      throw new InvalidValue(
          "'" + Printable.of(name) + "' is no name of a token",
          "Say in at most " + LONGEST_NAME + " characters what it is for.");
    }
    if (lifetime.compareTo(Duration.ofDays(1)) < 0) {
      throw new InvalidValue("a token is good for a day at least", "Give 1 or more days.");
    }
  }
}
