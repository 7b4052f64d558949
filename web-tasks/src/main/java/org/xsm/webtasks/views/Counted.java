package org.xsm.webtasks.views;

/** Numbers with their nouns, as people write them. */
final class Counted {
  private Counted() {}

  /** {@code 1 host}, {@code 4 hosts}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
