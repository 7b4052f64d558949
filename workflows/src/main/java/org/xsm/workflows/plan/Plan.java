package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.observation.Observation;

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

  /** The steps that have to do with VMs. */
  public List<VmStep> vmSteps() {
    return steps.stream().filter(VmStep.class::isInstance).map(VmStep.class::cast).toList();
  }

  public Optional<Step> findStep(StepId id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  public long count(StepKind kind) {
    return steps.stream().filter(step -> step.kind() == kind).count();
  }

  /**
   * What becomes of machines and VMs, each counted once however many steps it takes.
   *
   * @return the last step of each, by what becomes of it
   */
  public Map<Deed, List<Step>> deeds() {
    Map<Object, List<Step>> bySubject =
        steps.stream()
            .collect(Collectors.groupingBy(Plan::subject, LinkedHashMap::new, Collectors.toList()));
    Map<Deed, List<Step>> deeds = new EnumMap<>(Deed.class);
    for (List<Step> ofOne : bySubject.values()) {
      deeds.computeIfAbsent(Deed.of(ofOne), none -> new ArrayList<>()).add(last(ofOne));
    }
    return deeds;
  }

  /** A machine has one step at most. */
  private static Object subject(Step step) {
    return step instanceof VmStep ofVm ? ofVm.uuid() : step.id();
  }

  /** What was found, with the hosts that the plan deploys as they will be: there, and empty. */
  public Observation promising(Observation found) {
    return new Promise(
            steps.stream()
                .filter(step -> step.kind() == StepKind.DEPLOY_HOST)
                .map(Step::host)
                .collect(Collectors.toSet()))
        .in(found);
  }

  /** The one that none of the others is before. */
  private static Step last(List<Step> ofOne) {
    Set<StepId> before =
        ofOne.stream().flatMap(step -> step.waitsFor().stream()).collect(Collectors.toSet());
    return ofOne.stream()
        .filter(step -> !before.contains(step.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("steps that wait for each other"));
  }

  /** The worst that any step costs. */
  public Cost cost() {
    return steps.stream().map(Step::cost).max(Comparator.naturalOrder()).orElse(Cost.NONE);
  }

  /**
   * What of this plan is not in that one: steps that do something else than any step there,
   * whatever they wait for, and findings. Its digest is of no use.
   */
  public Plan beyond(Plan other) {
    Set<Step> known = other.steps.stream().map(Plan::alone).collect(Collectors.toSet());
    return Plan.of(
        steps.stream().filter(step -> !known.contains(alone(step))).toList(),
        findings.stream().filter(finding -> !other.findings.contains(finding)).toList());
  }

  /** What of this plan nobody has approved yet. */
  public Plan askedAfter(Optional<Plan> approved) {
    return approved.map(this::beyond).orElse(this);
  }

  private static Step alone(Step step) {
    return step.waitingFor(List.of());
  }

  /** Whether something that the file wants is left undone by the steps. */
  public boolean leavesSomethingUndone() {
    return findings.stream().anyMatch(finding -> finding.kind().leavesSomethingUndone());
  }

  /** The plan in one line, such as {@code 4 creates, 2 moves, 1 retire, 1 finding}. */
  public String summary() {
    Map<Deed, List<Step>> deeds = deeds();
    Stream<Optional<String>> counts =
        Arrays.stream(Deed.values())
            .map(deed -> counted(deeds.getOrDefault(deed, List.of()).size(), deed.label()));
    String summary =
        Stream.concat(counts, Stream.of(counted(findings.size(), "finding")))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return summary.isEmpty() ? "nothing to do" : summary;
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
