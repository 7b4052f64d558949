package org.xsm.engine.work;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Footing;
import org.xsm.workflows.plan.HostFooting;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.site.Identity;

/** Looks, before a step first acts, whether what its approval rests on is still so. */
final class LookAgain {
  private static final Set<TroubleKind> SILENCE =
      EnumSet.of(TroubleKind.UNREACHABLE, TroubleKind.TIMED_OUT, TroubleKind.INTERRUPTED);

  private final HostObserver observer;
  private final JdbcRuns runs;
  private final JdbcSteps steps;
  private final UndertakenVms undertaken;
  private final Installation installation;
  private final Retries retries;

  LookAgain(
      HostObserver observer,
      JdbcRuns runs,
      JdbcSteps steps,
      UndertakenVms undertaken,
      Installation installation,
      Retries retries) {
    this.observer = observer;
    this.runs = runs;
    this.steps = steps;
    this.undertaken = undertaken;
    this.installation = installation;
    this.retries = retries;
  }

  List<Topic> topics() {
    return List.of(new SiteTopics.Named("site.look-again", this::look));
  }

  private Outcome look(Job job) {
    retries.note(job);
    if (job.looked()) {
      return new Outcome.Done("Begun before; each action looks for itself.");
    }
    Step step = steps.get(job.run(), job.ownStep());
    Observation now = observer.observe(step.hosts());
    return step instanceof VmStep ofVm ? look(job, ofVm, now) : look((HostStep) step, now);
  }

  /** A machine that is to be deployed is still silent; on one that is let go is nobody. */
  private static Outcome look(HostStep step, Observation now) {
    return HostFooting.findChange(step, now)
        .<Outcome>map(change -> new Outcome.Trouble(TroubleKind.CHANGED, change))
        .orElseGet(LookAgain::unchanged);
  }

  private static Outcome unchanged() {
    return new Outcome.Done("Looked again: it is as it was when it was planned.");
  }

  private Outcome look(Job job, VmStep step, Observation now) {
    Observation planned = planned(job.run(), step);
    return now.hosts().stream()
        .filter(
            host -> host instanceof HostFound.Unknown && planned.findUp(host.address()).isPresent())
        .findFirst()
        .<Outcome>map(LookAgain::silent)
        .orElseGet(() -> judge(job.run(), step, new Footing(planned, now, this::isOurs)));
  }

  /** The whole plan is read only where one of the step's hosts may be one that it deploys. */
  private Observation planned(RunId run, VmStep step) {
    Observation found = runs.observation(run);
    return step.hosts().stream().allMatch(host -> found.findUp(host).isPresent())
        ? found
        : runs.findPlan(run).map(plan -> plan.promising(found)).orElse(found);
  }

  private Outcome judge(RunId run, VmStep step, Footing footing) {
    return footing
        .findChange(step, !steps.isAnotherDone(run, step))
        .<Outcome>map(change -> new Outcome.Trouble(TroubleKind.CHANGED, change))
        .orElseGet(LookAgain::unchanged);
  }

  /** A host that says nothing may be off, whatever the way in which it says nothing. */
  private static Outcome silent(HostFound host) {
    HostFound.Unknown unknown = (HostFound.Unknown) host;
    return SILENCE.contains(unknown.trouble())
        ? new Outcome.Trouble(TroubleKind.UNREACHABLE, unknown.explanation())
        : new Outcome.Trouble(unknown.trouble(), "Looking again: " + unknown.explanation());
  }

  private boolean isOurs(UUID domain) {
    Identity identity = new Identity(installation.id());
    return undertaken.all().vms().stream()
        .anyMatch(vm -> identity.of(vm.set(), vm.vm()).equals(domain));
  }
}
