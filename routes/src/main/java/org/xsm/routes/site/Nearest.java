package org.xsm.routes.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word a person meant by an unknown one. */
final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The known word that differs least, if it differs little; case counts as no difference. */
  static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String meant = word.substring(word.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    int tolerated = Math.max(1, meant.length() / 3);
    return known.stream()
        .filter(candidate -> distance(meant, candidate) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(meant, candidate)));
  }

  /** Levenshtein's distance: how many characters must be put in, taken out or exchanged. */
  private static int distance(String meant, String candidate) {
    String other = candidate.toLowerCase(Locale.ROOT);
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int index = 1; index <= meant.length(); index++) {
      int diagonal = row[0];
      row[0] = index;
      for (int column = 1; column < row.length; column++) {
        int exchange = diagonal + (meant.charAt(index - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(exchange, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }
}
