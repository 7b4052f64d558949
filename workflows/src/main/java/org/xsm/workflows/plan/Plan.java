package org.xsm.workflows.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Whether something that the file wants is left undone by the steps. */
  public boolean leavesSomethingUndone() {
    return findings.stream().anyMatch(finding -> finding.kind().leavesSomethingUndone());
  }

  /** The plan in one line, such as {@code 4 creates, 1 retire, 1 finding}. */
  public String summary() {
    String counts =
        Stream.of(
                counted(count(StepKind.CREATE_VM), "create"),
                counted(count(StepKind.RETIRE_VM), "retire"),
                counted(findings.size(), "finding"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "nothing to do" : counts;
  }

  private static Optional<String> counted(long count, String what) {
    return count == 0
        ? Optional.empty()
        : Optional.of(count + " " + what + (count == 1 ? "" : "s"));
  }

  /** Whether the file would retire so much that a person must be asked. */
  public boolean isMassChange() {
    return findings.stream().anyMatch(finding -> finding.kind() == FindingKind.MASS_CHANGE);
  }
}
