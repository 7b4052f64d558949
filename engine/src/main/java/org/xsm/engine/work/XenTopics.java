package org.xsm.engine.work;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Command.CheckMigration;
import org.xsm.workflows.command.Command.CheckRunning;
import org.xsm.workflows.command.Command.CreateVm;
import org.xsm.workflows.command.Command.DestroyVm;
import org.xsm.workflows.command.Command.MigrateVm;
import org.xsm.workflows.command.Command.RemoveConfig;
import org.xsm.workflows.command.Command.SetMemory;
import org.xsm.workflows.command.Command.SetVcpus;
import org.xsm.workflows.command.Command.ShutDownVm;
import org.xsm.workflows.command.Command.WriteConfig;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.site.HostAddress;

/** Turns the tasks of step processes into commands for the Xen connector. */
final class XenTopics {
  private static final Map<String, BiFunction<Target, VmStep, Command>> COMMANDS =
      Map.ofEntries(
          entry("xen.write-config", (target, step) -> new WriteConfig(target, step.guestConfig())),
          entry("xen.create", (target, step) -> new CreateVm(target)),
          entry("xen.check-running", (target, step) -> new CheckRunning(target)),
          entry("xen.shutdown", (target, step) -> new ShutDownVm(target)),
          entry("xen.destroy", (target, step) -> new DestroyVm(target)),
          entry("xen.remove-config", (target, step) -> new RemoveConfig(target)),
          entry("xen.set-vcpus", (target, step) -> new SetVcpus(target, step.vm().vcpus())),
          entry("xen.set-memory", (target, step) -> new SetMemory(target, step.vm().memory())),
          entry(
              "xen.check-migration",
              (target, step) -> new CheckMigration(target, step.vm().host(), step.vm().memory())),
          entry(
              "xen.migrate",
              (target, step) -> new MigrateVm(target, step.vm().host(), step.vm().memory())));

  private final Connector connector;
  private final JdbcSteps steps;
  private final UndertakenVms undertaken;
  private final Retries retries;

  XenTopics(Connector connector, JdbcSteps steps, UndertakenVms undertaken, Retries retries) {
    this.connector = connector;
    this.steps = steps;
    this.undertaken = undertaken;
    this.retries = retries;
  }

  List<Topic> topics() {
    return COMMANDS.keySet().stream()
        .<Topic>map(name -> new SiteTopics.Named(name, this::carryOut))
        .toList();
  }

  private Outcome carryOut(Job job) {
    VmStep step = step(job);
    retries.note(job);
    Target target = new Target(job.operation(), host(job, step), step.vm().name(), step.uuid());
    return connector.carryOut(COMMANDS.get(job.topic()).apply(target, step));
  }

  /** Rolling back is the same step the other way round. */
  private VmStep step(Job job) {
    VmStep step = steps.getVmStep(job.run(), job.ownStep());
    return job.back() ? undertaken.findWayBack(step).orElse(step) : step;
  }

  private static HostAddress host(Job job, VmStep step) {
    return job.at().equals("source") ? step.from().orElseThrow() : step.vm().host();
  }
}
