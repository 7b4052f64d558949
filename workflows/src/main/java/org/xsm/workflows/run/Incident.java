package org.xsm.workflows.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something of the manager itself that has failed as often as it is tried, and stands still: the
 * same failure, however many runs it has hit. Trouble with hosts is none; it is asked about in the
 * inbox.
 *
 * @param id names the failure as long as it is the same
 * @param where the element of a drawing that has failed: {@code provision-site/ObserveSite}
 * @param cause the failure in its own words
 * @param count how many times it stands still
 * @param since when it did so first
 * @param runs the first runs that it has hit, at most 10
 */
public record Incident(
    String id, String where, String cause, int count, Instant since, List<RunId> runs) {
  public Incident {
    Objects.requireNonNull(id);
    Objects.requireNonNull(where);
    Objects.requireNonNull(cause);
    Objects.requireNonNull(since);
    runs = List.copyOf(runs);
  }
}
