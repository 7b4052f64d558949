package org.xsm.engine.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcStages;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.workflows.command.MachineCommand.CheckReceipt;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.machine.LikelyCause;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.plan.HostStep;

/**
 * Watches a machine on its way to a host. One that does not come further in its time is in trouble,
 * with the likely cause; the time begins anew with the manager, so that nobody is blamed for what
 * was not watched.
 */
final class StageProbe {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final MachineConnector connector;
  private final MachineWatch watch;
  private final HostObserver observer;
  private final JdbcSteps steps;
  private final JdbcHosts hosts;
  private final JdbcStages stages;
  private final TransactionTemplate transaction;
  private final Duration limit;
  private final Clock clock;
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();

  /** How far a machine has come, and since when. */
  private record Standing(Progress progress, Instant since) {}

  StageProbe(
      MachineConnector connector,
      MachineWatch watch,
      HostObserver observer,
      JdbcSteps steps,
      JdbcHosts hosts,
      JdbcStages stages,
      TransactionTemplate transaction,
      Duration limit,
      Clock clock) {
    this.connector = connector;
    this.watch = watch;
    this.observer = observer;
    this.steps = steps;
    this.hosts = hosts;
    this.stages = stages;
    this.transaction = transaction;
    this.limit = limit;
    this.clock = clock;
  }

  List<Topic> topics() {
    return List.of(
        new SiteTopics.Named("machine.watch-installation", this::installation),
        new SiteTopics.Named("machine.watch-boot", this::boot));
  }

  private Outcome installation(Job job) {
    HostStep step = steps.getHostStep(job.run(), job.ownStep());
    Progress seen = look(job, step);
    if (seen.stage().filter(stage -> !stage.isBefore(Stage.INSTALLED)).isPresent()) {
      return received(job, step, seen);
    }
    return seen.failure().isPresent()
        ? trouble(job, TroubleKind.REFUSED, step.target() + ": " + seen.failure().get())
        : wait(job, step, seen);
  }

  /** Who says what he has received is asked whether that is what was sent. */
  private Outcome received(Job job, HostStep step, Progress seen) {
    standing.remove(job.task());
    MachineTarget target = new MachineTarget(job.operation(), step.machine());
    return seen.receipt()
        .map(
            receipt ->
                connector.carryOut(
                    new CheckReceipt(target, MachineTopics.transfer(job.run(), step), receipt)))
        .orElseGet(
            () ->
                new Outcome.Done(
                    "%s has image %s.".formatted(step.target(), step.machine().image())));
  }

  private Outcome boot(Job job) {
    HostStep step = steps.getHostStep(job.run(), job.ownStep());
    HostFound found = observer.observe(step.hosts()).hosts().get(0);
    return found instanceof HostFound.Up up
        ? there(job, step, up)
        : wait(job, step, look(job, step));
  }

  private Progress look(Job job, HostStep step) {
    Progress seen = watch.look(step.machine());
    if (!seen.stage().equals(lastStage(job))) {
      seen.stage().ifPresent(stage -> stages.reach(job.run(), job.ownStep(), stage));
    }
    return seen;
  }

  /** The stage at the last look; empty also when there was none since the manager started. */
  private Optional<Stage> lastStage(Job job) {
    return Optional.ofNullable(standing.get(job.task()))
        .flatMap(before -> before.progress().stage());
  }

  private Outcome there(Job job, HostStep step, HostFound.Up host) {
    transaction.executeWithoutResult(
        status -> {
          hosts.keep(List.of(host));
          stages.reach(job.run(), job.ownStep(), Stage.XEN_UP);
        });
    return done(
        job,
        "%s answers: %s, %d MiB free."
            .formatted(step.target(), host.toolstack(), host.freeMemory()));
  }

  /** Nothing is wrong as long as the machine goes on. */
  private Outcome wait(Job job, HostStep step, Progress seen) {
    Standing stands =
        standing.compute(
            job.task(),
            (task, before) ->
                before == null || !before.progress().equals(seen)
                    ? new Standing(seen, clock.instant())
                    : before);
    Duration stood = Duration.between(stands.since(), clock.instant());
    String where = step.target() + " " + seen.words();
    return stood.compareTo(limit) < 0
        ? new Outcome.InProgress(PAUSE, where + ".")
        : trouble(
            job,
            TroubleKind.TIMED_OUT,
            "%s, and has not come further in %d s. %s"
                .formatted(where, stood.toSeconds(), LikelyCause.after(seen.stage())));
  }

  private Outcome done(Job job, String receipt) {
    standing.remove(job.task());
    return new Outcome.Done(receipt);
  }

  private Outcome trouble(Job job, TroubleKind kind, String text) {
    standing.remove(job.task());
    return new Outcome.Trouble(kind, text);
  }
}
