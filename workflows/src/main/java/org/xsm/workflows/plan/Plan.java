package org.xsm.workflows.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to do, and what the approver must know. Approved by its digest.
 *
 * @param digest SHA-256 over everything below in hexadecimal; the same inputs give the same digest
 * @param steps sorted by id; together with {@link Step#waitsFor} they form a graph without cycles
 * @param findings sorted
 */
public record Plan(String digest, List<Step> steps, List<Finding> findings) {
  public Plan {
    Objects.requireNonNull(digest);
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
  }

  /** A plan with its digest. */
  static Plan of(List<Step> steps, List<Finding> findings) {
    List<Step> sorted =
        steps.stream().sorted((one, other) -> one.id().compareTo(other.id())).toList();
    List<Finding> sortedFindings = findings.stream().sorted().toList();
    return new Plan(Digest.of(sorted, sortedFindings), sorted, sortedFindings);
  }

  public Optional<Step> findStep(StepId id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  public long count(StepKind kind) {
    return steps.stream().filter(step -> step.kind() == kind).count();
  }

  /** Whether the file would retire so much that a person must be asked. */
  public boolean isMassChange() {
    return findings.stream().anyMatch(finding -> finding.kind() == FindingKind.MASS_CHANGE);
  }
}
