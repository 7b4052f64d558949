package org.xsm.webtasks.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Chain;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.StepState;

/**
 * A run as people follow it.
 *
 * @param show the only state whose steps are shown; empty shows all
 */
public record RunView(Run run, Optional<StepState> show) {
  private static final int MOST_STEPS = 200;
  private static final int MOST_ENTRIES = 200;
  private static final List<StepState> BAR =
      List.of(
          StepState.DONE,
          StepState.SKIPPED,
          StepState.FAILED,
          StepState.TROUBLE,
          StepState.RUNNING,
          StepState.READY,
          StepState.WAITING);

  /**
   * How many steps stand where, in the order of a step's life; states without steps are left out.
   */
  public Map<StepState, Long> counts() {
    Map<StepState, Long> counts = new EnumMap<>(StepState.class);
    run.stepStates().values().forEach(state -> counts.merge(state, 1L, Long::sum));
    return counts;
  }

  /** The steps to show, in the order of the plan. */
  public List<StepRow> steps() {
    return matching().limit(MOST_STEPS).toList();
  }

  /** How many steps match and are not shown. */
  public long hiddenSteps() {
    return Math.max(0, matching().count() - MOST_STEPS);
  }

  /** The newest entries first. */
  public List<JournalEntry> journal() {
    return run.journal().stream()
        .sorted(Comparator.comparingLong(JournalEntry::number).reversed())
        .limit(MOST_ENTRIES)
        .toList();
  }

  /** The entry by which the run was sent back, if it was. */
  public Optional<JournalEntry> sentBack() {
    return run.journal().stream()
        .filter(entry -> entry.kind() == EventKind.RUN_SENT_BACK)
        .findFirst();
  }

  public int hiddenEntries() {
    return Math.max(0, run.journal().size() - MOST_ENTRIES);
  }

  /** The entry at which the journal is not as it was written; null when it is whole. */
  public Long brokenAt() {
    return Chain.findBreak(run.summary().id(), run.journal()).orElse(null);
  }

  /** The last hash of the journal, by which the whole can be checked elsewhere. */
  public String seal() {
    List<JournalEntry> journal = run.journal();
    return journal.isEmpty() ? "" : journal.get(journal.size() - 1).hash();
  }

  /** The state that is shown, as it stands in the address; empty when all are. */
  public String showLabel() {
    return show.map(StepState::label).orElse("");
  }

  /** The plan as a page shows it; null before there is one. */
  public PlanView plan() {
    return run.plan().map(plan -> new PlanView(plan, MOST_STEPS)).orElse(null);
  }

  /** How far the run is, in words: {@code 3 done, 1 running}. */
  public String progressText() {
    return counts().entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey().label())
        .collect(Collectors.joining(", "));
  }

  /** The pieces of the bar of progress: finished steps first. */
  public List<Share> shares() {
    List<Share> shares = new ArrayList<>();
    long offset = 0;
    for (StepState state : BAR) {
      long count = counts().getOrDefault(state, 0L);
      shares.add(new Share(state.label(), offset, count));
      offset += count;
    }
    return shares;
  }

  public int stepCount() {
    return run.plan().map(plan -> plan.steps().size()).orElse(0);
  }

  /** Whether a person can still stop the run. */
  public boolean isOpen() {
    return !run.summary().state().isFinal();
  }

  /** The way of a run, with where this one stands on it. */
  public List<Phase> phases() {
    return Phase.of(run);
  }

  /** The id if the plan has such a step, else nothing. */
  public String knownStep(String id) {
    return run.plan()
        .flatMap(plan -> plan.findStep(new StepId(id)))
        .map(step -> step.id().value())
        .orElse("");
  }

  private Stream<StepRow> matching() {
    Map<StepId, StepState> states = run.stepStates();
    Map<StepId, JournalEntry> latest = new HashMap<>();
    run.sincePlanned().forEach(entry -> entry.step().ifPresent(step -> latest.put(step, entry)));
    return run.plan().stream()
        .flatMap(plan -> plan.steps().stream())
        .filter(step -> show.isEmpty() || states.get(step.id()) == show.get())
        .map(
            step ->
                new StepRow(
                    step,
                    states.get(step.id()),
                    Optional.ofNullable(run.limits().get(step.id())),
                    Optional.ofNullable(latest.get(step.id()))));
  }

  /**
   * A step of a run.
   *
   * @param limit the limit that it waits for
   * @param latest what happened to it last
   */
  public record StepRow(
      Step step, StepState state, Optional<String> limit, Optional<JournalEntry> latest) {
    /** What the step does: {@code Create}, {@code Move}. */
    public String name() {
      String word = PlanView.name(step).substring(2);
      return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
  }

  /**
   * A piece of the bar of progress, measured in steps.
   *
   * @param offset steps to the left of it
   */
  public record Share(String label, long offset, long count) {}
}
