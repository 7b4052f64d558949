package org.xsm.routes.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.xsm.workflows.site.EditDistance;

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

  private static int distance(String meant, String candidate) {
    return EditDistance.between(meant, candidate.toLowerCase(Locale.ROOT));
  }
}
