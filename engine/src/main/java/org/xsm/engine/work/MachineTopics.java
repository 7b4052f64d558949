package org.xsm.engine.work;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xsm.engine.store.JdbcStages;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.UndertakenHosts;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineCommand.AssignImage;
import org.xsm.workflows.command.MachineCommand.OfferInstaller;
import org.xsm.workflows.command.MachineCommand.OfferLocalBoot;
import org.xsm.workflows.command.MachineCommand.PowerCycle;
import org.xsm.workflows.command.MachineCommand.ReleaseAddress;
import org.xsm.workflows.command.MachineCommand.ReserveAddress;
import org.xsm.workflows.command.MachineCommand.WithdrawBoot;
import org.xsm.workflows.command.MachineCommand.WithdrawImage;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.RunId;

/** Turns the tasks of processes that deploy machines and let them go into commands and looks. */
final class MachineTopics {
  private static final Map<String, Function<Deployment, MachineCommand>> COMMANDS =
      Map.ofEntries(
          entry("machine.reserve-address", asked -> new ReserveAddress(asked.target())),
          entry("machine.assign-image", asked -> new AssignImage(asked.target(), asked.transfer())),
          entry(
              "machine.offer-installer",
              asked -> new OfferInstaller(asked.target(), asked.transfer())),
          entry("machine.offer-local-boot", asked -> new OfferLocalBoot(asked.target())),
          entry("machine.withdraw-boot", asked -> new WithdrawBoot(asked.target())),
          entry("machine.withdraw-image", asked -> new WithdrawImage(asked.target())),
          entry("machine.release-address", asked -> new ReleaseAddress(asked.target())));

  private final MachineConnector connector;
  private final MachineWatch watch;
  private final HostObserver observer;
  private final JdbcSteps steps;
  private final UndertakenHosts undertaken;
  private final JdbcStages stages;
  private final Retries retries;

  /** What a task is about. */
  private record Deployment(HostStep step, MachineTarget target, Transfer transfer) {}

  MachineTopics(
      MachineConnector connector,
      MachineWatch watch,
      HostObserver observer,
      JdbcSteps steps,
      UndertakenHosts undertaken,
      JdbcStages stages,
      Retries retries) {
    this.connector = connector;
    this.watch = watch;
    this.observer = observer;
    this.steps = steps;
    this.undertaken = undertaken;
    this.stages = stages;
    this.retries = retries;
  }

  List<Topic> topics() {
    List<Topic> topics = new ArrayList<>();
    COMMANDS.keySet().forEach(name -> topics.add(new SiteTopics.Named(name, this::carryOut)));
    topics.add(new SiteTopics.Named("machine.confirm-loss", this::confirmLoss));
    topics.add(new SiteTopics.Named("machine.start", this::start));
    return topics;
  }

  private Outcome carryOut(Job job) {
    retries.note(job);
    return connector.carryOut(COMMANDS.get(job.topic()).apply(deployment(job)));
  }

  /**
   * What the machine holds is counted on no more from the moment when it may be written over, and
   * its way begins anew. A person who was asked to start it may have done so long before he says
   * so: its way began when he was asked.
   */
  private Outcome start(Job job) {
    Deployment asked = deployment(job);
    if (!job.doneByHand().isEmpty()) {
      return new Outcome.Done(
          "%s has started %s, as they say.".formatted(job.doneByHand(), asked.step().target()));
    }
    undertaken.begin(asked.step());
    stages.begin(job.run(), job.ownStep());
    watch.begin(asked.target());
    return connector.carryOut(new PowerCycle(asked.target(), BootDevice.NETWORK));
  }

  private Outcome confirmLoss(Job job) {
    HostStep step = steps.getHostStep(job.run(), job.ownStep());
    if (observer.observe(step.hosts()).hosts().get(0) instanceof HostFound.Up) {
      return new Outcome.Trouble(
          TroubleKind.UNCLEAR,
          "%s answers as a Xen host, so it is not installed anew. Leave this step out."
              .formatted(step.target()));
    } else if (job.hostOff().isEmpty()) {
      return new Outcome.Trouble(
          TroubleKind.NOT_CONFIRMED,
          "%s was deployed before and does not answer at %s. If it is installed anew, everything on its disk is lost. If that is meant, see that nobody works on it, and confirm it here (%s)."
              .formatted(step.target(), step.host(), Choice.CONFIRM_LOSS.label()));
    }
    return new Outcome.Done(
        "%s has confirmed that what %s holds may be lost.".formatted(job.hostOff(), step.target()));
  }

  /** How its image reaches the step's machine, in a session of this run. */
  static Transfer transfer(RunId run, HostStep step) {
    return new Transfer(step.session().map(session -> session.within(run.value())));
  }

  private Deployment deployment(Job job) {
    HostStep step = steps.getHostStep(job.run(), job.ownStep());
    return new Deployment(
        step, new MachineTarget(job.operation(), step.machine()), transfer(job.run(), step));
  }
}
