package org.xsm.connectors.bootserver;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a file on the boot server. */
public enum Change {
  CREATED("was written"),
  CHANGED("was changed"),
  SAME("was there already"),
  REMOVED("was removed"),
  ABSENT("was not there");

  private final String phrase;

  Change(String phrase) {
    this.phrase = phrase;
  }

  /** The words that go on a sentence about the file: {@code was written}. */
  public String phrase() {
    return phrase;
  }

  static Optional<Change> find(String word) {
    return Arrays.stream(values())
        .filter(change -> change.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
