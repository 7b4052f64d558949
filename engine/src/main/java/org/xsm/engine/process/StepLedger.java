package org.xsm.engine.process;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.engine.store.UndertakenHosts;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.Filter;
import org.xsm.workflows.run.Gate;
import org.xsm.workflows.run.Holds;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.Slots;
import org.xsm.workflows.run.Slots.Candidate;
import org.xsm.workflows.run.StepState;

/**
 * Moves the steps of runs through their graph: lays them down, starts those that may start, counts
 * down, and tells the run's process when none is left. Each method is part of one short transaction
 * of the caller's, under the lock of the installation's row.
 */
public final class StepLedger {
  /** How many ready steps are looked at; more than can ever start at once. */
  private static final int WINDOW = 500;

  /** Where most of them may be held back, all must be looked at. */
  private static final int ALL = 1_000_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Installation installation;
  private final JdbcRuns runs;
  private final JdbcSteps steps;
  private final Journal journal;
  private final UndertakenVms undertaken;
  private final UndertakenHosts machines;
  private final Processes processes;
  private final JdbcHolds holding;
  private final Limits limits;
  private final Clock clock;

  public StepLedger(
      Installation installation,
      JdbcRuns runs,
      JdbcSteps steps,
      Journal journal,
      UndertakenVms undertaken,
      UndertakenHosts machines,
      Processes processes,
      JdbcHolds holding,
      Limits limits,
      Clock clock) {
    this.installation = installation;
    this.runs = runs;
    this.steps = steps;
    this.journal = journal;
    this.undertaken = undertaken;
    this.machines = machines;
    this.processes = processes;
    this.holding = holding;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Lays the run's plan down and starts what may start; nothing, if another run has begun since to
   * take what the plan counts on.
   */
  void begin(RunId run, Planning planning) {
    installation.lock();
    Plan plan = plan(run);
    planning.wanted(run).sets().forEach(undertaken::remember);
    journal.record(
        run, MANAGER, EventKind.APPLYING_STARTED, "Carrying out " + plan.summary() + ".");
    steps.add(run, plan);
    if (planning.leavesOthersAlone(run)) {
      goOn(run);
    } else {
      withdraw(run, "another run has begun to take memory that the plan counts on");
    }
  }

  private void withdraw(RunId run, String change) {
    journal.record(
        run, MANAGER, EventKind.APPROVAL_VOIDED, "The approval is void: " + change + ".");
    steps
        .listNotStarted(run)
        .forEach(
            step ->
                journal.record(
                    run, step, MANAGER, EventKind.STEP_WITHDRAWN, "It is planned afresh."));
  }

  /**
   * The step has reached its end. A host that it has deployed and that has too little memory for
   * what is planned there voids the approval of the rest.
   */
  void finish(RunId run, StepId id, Planning planning) {
    installation.lock();
    Step step = steps.get(run, id);
    keepWhatIsMade(step);
    journal.record(run, id, MANAGER, EventKind.STEP_DONE, "Done.");
    if (step.kind() == StepKind.DEPLOY_HOST) {
      planning.findShortage(run, step).ifPresent(shortage -> withdraw(run, shortage));
    }
    goOn(run);
  }

  private void keepWhatIsMade(Step step) {
    if (step instanceof VmStep ofVm) {
      keepWhatIsMade(ofVm);
    } else if (step.kind() == StepKind.RETIRE_HOST) {
      machines.forget((HostStep) step);
    } else {
      machines.finish((HostStep) step);
    }
  }

  /** A VM that is shut down only to be started elsewhere stays ours. */
  private void keepWhatIsMade(VmStep step) {
    if (step.endsVm()) {
      undertaken.forget(step.set(), step.vm().name());
    } else if (step.kind() != StepKind.RETIRE_VM) {
      undertaken.undertake(step);
    }
  }

  /** The step that leads back to how things were, as far as that is known. */
  private Optional<VmStep> findWayBack(Step step) {
    return step instanceof VmStep ofVm ? undertaken.findWayBack(ofVm) : Optional.empty();
  }

  /** The VM is as it was before the step, as far as that could be done. */
  void rollBack(RunId run, StepId id) {
    installation.lock();
    Step step = steps.get(run, id);
    findWayBack(step).ifPresent(undertaken::undertake);
    leaveOut(run, id, EventKind.STEP_SKIPPED, "Rolled back.");
  }

  /**
   * The step found that what the approval rests on has changed: nothing more of the plan is begun,
   * and when what runs has come to its end, the run is planned afresh.
   */
  void voidApproval(RunId run, StepId id, String change) {
    installation.lock();
    journal.record(run, id, MANAGER, EventKind.STEP_WITHDRAWN, "Not begun: " + change + ".");
    withdraw(run, change);
    goOn(run);
  }

  /** The step is left out, and with it everything that waits for it. */
  void leaveOut(RunId run, StepId id, EventKind kind, String why) {
    installation.lock();
    journal.record(run, id, MANAGER, kind, why);
    leaveOutFollowers(run, id);
    goOn(run);
  }

  /** A step is in trouble: its slot is free for another. */
  public void trouble(RunId run, StepId id, String text) {
    installation.lock();
    journal.record(run, id, MANAGER, EventKind.STEP_TROUBLED, text);
    startReady();
  }

  /** Starts no more steps of this run; those that run come to their end. */
  public void stop(RunId run, String why) {
    steps
        .listNotStarted(run)
        .forEach(step -> journal.record(run, step, MANAGER, EventKind.STEP_SKIPPED, why));
    goOn(run);
  }

  private void leaveOutFollowers(RunId run, StepId id) {
    for (StepId follower : steps.listWaitingFor(run, id)) {
      journal.record(
          run,
          follower,
          MANAGER,
          EventKind.STEP_SKIPPED,
          "Left out, because " + id + " was left out before it.");
      leaveOutFollowers(run, follower);
    }
  }

  private void goOn(RunId run) {
    steps
        .listReleased(run)
        .forEach(
            step ->
                journal.record(
                    run, step, MANAGER, EventKind.STEP_READY, "Nothing is left to wait for."));
    startReady();
    tellIfFinished(run);
  }

  private void tellIfFinished(RunId run) {
    if (steps.count(run).keySet().stream().allMatch(StepState::isFinal)) {
      processes.tellStepsFinished(run, isToBeReplanned(run));
    }
  }

  private boolean isToBeReplanned(RunId run) {
    return journal.hasHappenedSince(run, EventKind.APPROVAL_VOIDED, EventKind.APPLYING_STARTED)
        && journal.count(run, EventKind.CANCEL_REQUESTED) == 0;
  }

  /** Starts what may start, and leaves out what a filter rejects. */
  public void startReady() {
    Holds holds = holding.get();
    Map<Boolean, List<Candidate>> ready =
        steps.listReady(holds.equals(Holds.none()) ? WINDOW : ALL).stream()
            .collect(Collectors.partitioningBy(step -> holds.findRejecting(step).isPresent()));
    Gate gate = new Gate(holds, startedLately(holds));
    Slots.Choice choice = Slots.choose(ready.get(false), steps.listRunning(), limits, gate);
    choice.held().forEach(steps::hold);
    choice.start().forEach(this::start);
    ready.get(true).forEach(step -> reject(step, holds.findRejecting(step).orElseThrow()));
  }

  /** Who has no filter need not know. */
  private List<Candidate> startedLately(Holds holds) {
    return holds.filters().isEmpty()
        ? List.of()
        : steps.listStartedSince(clock.instant().minus(MINUTE));
  }

  private void reject(Candidate step, Filter filter) {
    String why =
        "Left out by %s, set by %s: %s".formatted(filter.label(), filter.setBy(), filter.why());
    journal.record(step.run(), step.step(), MANAGER, EventKind.STEP_SKIPPED, why);
    leaveOutFollowers(step.run(), step.step());
    tellIfFinished(step.run());
  }

  /**
   * Goes on where time has passed, or where nothing was left to do before the run waited for it.
   */
  public void tick() {
    installation.lock();
    startReady();
    runs.listActive().stream()
        .filter(run -> run.state() == RunState.APPLYING)
        .forEach(run -> tellIfFinished(run.id()));
  }

  private void start(Candidate candidate) {
    Step step = steps.get(candidate.run(), candidate.step());
    keepWhatMayBecome(step);
    journal.record(
        candidate.run(),
        step.id(),
        MANAGER,
        EventKind.STEP_STARTED,
        step.from()
            .map(from -> "Started: from " + from + " to " + step.host() + ".")
            .orElse("Started on " + step.host() + "."));
    processes.carryOut(
        candidate.run(),
        step,
        Map.of(
            Names.CAN_ROLL_BACK,
            findWayBack(step).isPresent(),
            Names.ROUND,
            journal.count(candidate.run(), EventKind.APPLYING_STARTED)));
  }

  /** What may be there as soon as the step acts is ours before. */
  private void keepWhatMayBecome(Step step) {
    if (step instanceof VmStep ofVm) {
      keepWhatMayBecome(ofVm);
    }
  }

  private void keepWhatMayBecome(VmStep step) {
    if (step.kind() == StepKind.CREATE_VM || step.manner() == Manner.ADOPT) {
      undertaken.undertake(step);
    } else if (step.kind() == StepKind.MIGRATE_VM) {
      undertaken.move(step);
    }
  }

  private Plan plan(RunId run) {
    return runs.findPlan(run)
        .orElseThrow(() -> new IllegalStateException("run " + run + " has no plan"));
  }
}
