package org.xsm.webtasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.run.Changes;
import org.xsm.workflows.run.Decided;
import org.xsm.workflows.run.Drawing;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.Verdict;

/** Stands in for the runs, and tells of changes when a test says so. */
final class FakeRuns implements RunDesk, Changes {
  final Map<RunId, Run> runs = new LinkedHashMap<>();
  final Set<RunId> cancelled = new CopyOnWriteArraySet<>();
  private final Set<Consumer<RunId>> listeners = new CopyOnWriteArraySet<>();

  void add(Run run) {
    runs.put(run.summary().id(), run);
  }

  void change(RunId run) {
    listeners.forEach(listener -> listener.accept(run));
  }

  @Override
  public List<RunSummary> list(Optional<String> set, Optional<RunState> state) {
    return runs.values().stream()
        .map(Run::summary)
        .filter(run -> set.isEmpty() || run.sets().contains(set.get()))
        .filter(run -> state.isEmpty() || run.state() == state.get())
        .toList();
  }

  @Override
  public Optional<Run> find(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public List<Decided> decided() {
    return runs.values().stream()
        .flatMap(
            run ->
                run.journal().stream()
                    .filter(entry -> entry.kind() == EventKind.PLAN_APPROVED)
                    .map(entry -> new Decided(run.summary(), entry)))
        .toList();
  }

  @Override
  public Verdict cancel(RunId id, Person by) {
    if (!runs.containsKey(id)) {
      return Verdict.refused(Verdict.Why.UNKNOWN, "There is no run " + id + ".");
    }
    if (runs.get(id).summary().state().isFinal()) {
      return Verdict.refused(Verdict.Why.STALE, "The run has ended already.");
    }
    cancelled.add(id);
    return Verdict.taken();
  }

  @Override
  public Verdict pause(RunId id, Person by) {
    runs.computeIfPresent(id, (known, run) -> held(run, true));
    return Verdict.taken();
  }

  @Override
  public Verdict resume(RunId id, Person by) {
    runs.computeIfPresent(id, (known, run) -> held(run, false));
    return Verdict.taken();
  }

  private static Run held(Run run, boolean paused) {
    return new Run(run.summary(), run.plan(), run.approved(), run.journal(), run.limits(), paused);
  }

  @Override
  public Optional<Drawing> findDrawing(RunId id, Optional<String> step) {
    return runs.containsKey(id)
        ? Optional.of(
            new Drawing(
                Samples.drawing(),
                Set.of("StartVm"),
                Set.of("Begin", "ToWrite", "WriteConfig", "ToStart"),
                Set.of()))
        : Optional.empty();
  }

  @Override
  public Subscription subscribe(Consumer<RunId> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** How the plans of these runs will go. */
  Optional<Forecast> forecast(RunId id) {
    return find(id)
        .flatMap(Run::plan)
        .map(
            plan ->
                Forecast.of(plan, new Observation(Samples.found()), new Limits(32, 4, 2, 4), 8));
  }
}
