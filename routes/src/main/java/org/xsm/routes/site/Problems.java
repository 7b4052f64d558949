package org.xsm.routes.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Problem;

/** Collects what is wrong with a file, all of it, in the order of its lines. */
final class Problems {
  private static final int MOST_SHOWN = 100;
  private static final int MOST_KEPT = 2_000;

  private final List<Problem> kept = new ArrayList<>();
  private int found;

  void add(Place place, String message, String advice) {
    add(new Problem(place.line(), place.words(), message, advice));
  }

  void addAll(Collection<Problem> problems) {
    problems.forEach(this::add);
  }

  /** The value, or nothing and a problem when it cannot be taken. */
  <T> Optional<T> check(Place place, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValue wrong) {
      add(place, wrong.getMessage(), wrong.advice());
      return Optional.empty();
    }
  }

  boolean isEmpty() {
    return found == 0;
  }

  /** By line; at most 100, and a last one that counts the rest. */
  List<Problem> list() {
    List<Problem> shown =
        new ArrayList<>(
            kept.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .limit(MOST_SHOWN)
                .toList());
    if (found > shown.size()) {
      shown.add(
          new Problem(
              0,
              "file",
              "there are " + (found - shown.size()) + " more problems",
              "Correct the ones above first, and drop the file again."));
    }
    return shown;
  }

  private void add(Problem problem) {
    found++;
    if (kept.size() < MOST_KEPT) {
      kept.add(problem);
    }
  }
}
