package org.xsm.engine.process;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.util.List;
import java.util.function.Predicate;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.Journal;
import org.xsm.engine.store.NewRun;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.Verdict.Why;

/**
 * Begins, queues, supersedes, cancels and closes runs. Each method is part of one short transaction
 * of the caller's, under the lock of the installation's row.
 */
public final class RunLedger {
  private final Installation installation;
  private final JdbcRuns runs;
  private final Journal journal;
  private final StepLedger steps;
  private final Processes processes;
  private final JdbcHolds holding;

  public RunLedger(
      Installation installation,
      JdbcRuns runs,
      Journal journal,
      StepLedger steps,
      Processes processes,
      JdbcHolds holding) {
    this.installation = installation;
    this.runs = runs;
    this.journal = journal;
    this.steps = steps;
    this.processes = processes;
    this.holding = holding;
  }

  /**
   * Stores the run and starts its process, or queues it behind one that is being applied; the same
   * drop once.
   */
  public RunId begin(NewRun run) {
    installation.lock();
    return runs.findSame(run).orElseGet(() -> store(run));
  }

  private RunId store(NewRun run) {
    List<RunSummary> older = runs.listActive(run.sets());
    runs.add(run);
    String by = run.file().submittedBy();
    journal.record(run.id(), by, EventKind.RUN_RECEIVED, "Received " + run.file().name() + ".");
    older.stream()
        .filter(other -> other.state().isBeforeApplying())
        .forEach(
            other ->
                end(
                    other.id(),
                    by,
                    EventKind.RUN_SUPERSEDED,
                    "Superseded by run " + run.id() + "."));
    older.stream()
        .filter(other -> other.state() == RunState.APPLYING)
        .findFirst()
        .ifPresentOrElse(busy -> queue(run.id(), busy.id()), () -> processes.provision(run.id()));
    return run.id();
  }

  private void queue(RunId run, RunId busy) {
    journal.record(
        run,
        MANAGER,
        EventKind.RUN_QUEUED,
        "Waits until run " + busy + " is through, and is planned then.");
  }

  private void end(RunId run, String by, EventKind kind, String why) {
    journal.record(run, by, kind, why);
    processes.tellStopped(run);
  }

  /** Cancels a run for a person. */
  public Verdict cancel(RunId run, String by) {
    installation.lock();
    RunState state = journal.lock(run);
    if (state.isFinal()) {
      return Verdict.refused(Why.STALE, "Run " + run + " is " + state.label() + " already.");
    }
    if (state.isBeforeApplying()) {
      end(
          run,
          by,
          EventKind.RUN_CANCELLED,
          journal.count(run, EventKind.APPLYING_STARTED) == 0
              ? "Cancelled before anything was done."
              : "Cancelled before anything more was done.");
      startQueued();
    } else {
      journal.record(
          run,
          by,
          EventKind.CANCEL_REQUESTED,
          "No more steps are started; running steps come to their end.");
      steps.stop(run, "Left out, because " + by + " cancelled the run.");
    }
    return Verdict.taken();
  }

  /** Starts no more steps of the run until a person says so. */
  public Verdict pause(RunId run, String by) {
    installation.lock();
    RunState state = journal.lock(run);
    if (state.isFinal() || holding.isPaused(run)) {
      return Verdict.refused(
          Why.STALE, "Run " + run + " is " + (state.isFinal() ? state.label() : "paused") + ".");
    }
    holding.pause(run, by);
    journal.record(
        run,
        by,
        EventKind.RUN_PAUSED,
        "Paused: no more steps are started; running steps come to their end.");
    steps.startReady();
    return Verdict.taken();
  }

  /** Starts steps of a paused run again. */
  public Verdict resume(RunId run, String by) {
    installation.lock();
    if (!holding.isPaused(run)) {
      return Verdict.refused(Why.STALE, "Run " + run + " is not paused.");
    }
    holding.resume(run);
    journal.record(run, by, EventKind.RUN_RESUMED, "Resumed.");
    steps.startReady();
    return Verdict.taken();
  }

  /** Nobody approved in time. */
  void expire(RunId run) {
    installation.lock();
    if (!journal.lock(run).isFinal()) {
      journal.record(run, MANAGER, EventKind.RUN_EXPIRED, "Nobody approved the plan in time.");
    }
    startQueued();
  }

  /**
   * Writes down how the run ended, where that is not written yet, and starts a run that waited for
   * it.
   */
  void close(RunId run) {
    installation.lock();
    if (!journal.lock(run).isFinal()) {
      Plan plan =
          runs.findPlan(run)
              .orElseThrow(() -> new IllegalStateException("run " + run + " has no plan"));
      EventKind end = howItEnded(run, plan);
      journal.record(run, MANAGER, end, sentence(end, plan));
    }
    startQueued();
  }

  private EventKind howItEnded(RunId run, Plan plan) {
    Predicate<EventKind> happened = kind -> journal.count(run, kind) > 0;
    if (!happened.test(EventKind.APPLYING_STARTED)) {
      return EventKind.RUN_UNCHANGED;
    } else if (happened.test(EventKind.STEP_FAILED)) {
      return EventKind.RUN_FAILED;
    } else if (happened.test(EventKind.CANCEL_REQUESTED)) {
      return EventKind.RUN_CANCELLED;
    } else if (happened.test(EventKind.STEP_SKIPPED) || plan.leavesSomethingUndone()) {
      return EventKind.RUN_APPLIED_WITH_SKIPS;
    }
    return EventKind.RUN_APPLIED;
  }

  private static String sentence(EventKind end, Plan plan) {
    return switch (end) {
      case RUN_UNCHANGED ->
          plan.leavesSomethingUndone()
              ? "Nothing could be done now; the plan's findings say why."
              : "Nothing was to be done.";
      case RUN_FAILED -> "A step was given up.";
      case RUN_CANCELLED -> "Cancelled; what was running has come to its end.";
      case RUN_APPLIED_WITH_SKIPS -> "Carried out, but something was left out.";
      default -> "Every step was carried out.";
    };
  }

  /** Starts the runs that waited and wait for nobody any more. */
  private void startQueued() {
    for (RunSummary waiting : runs.listQueued()) {
      boolean free =
          runs.listActive(runs.sets(waiting.id())).stream()
              .noneMatch(other -> other.state() == RunState.APPLYING);
      if (free && !processes.isUnderWay(waiting.id())) {
        processes.provision(waiting.id());
      }
    }
  }
}
