package org.xsm.workflows.plan;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that the plan does not do, or that the approver must know.
 *
 * @param subject what it is about: a VM's name, a host's address or a set's name
 * @param message what is the case
 * @param advice what a person can do about it
 */
public record Finding(FindingKind kind, String subject, String message, String advice)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::message);

  public Finding {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(message);
    Objects.requireNonNull(advice);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
