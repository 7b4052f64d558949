package org.xsm.engine.work;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.StepState;

/** Turns the tasks of step processes into commands for the Xen connector. */
final class XenTopics {
  private static final Map<String, BiFunction<Target, Step, Command>> COMMANDS =
      Map.of(
          "xen.write-config", (target, step) -> new Command.WriteConfig(target, step.guestConfig()),
          "xen.create", (target, step) -> new Command.CreateVm(target),
          "xen.check-running", (target, step) -> new Command.CheckRunning(target),
          "xen.shutdown", (target, step) -> new Command.ShutDownVm(target),
          "xen.destroy", (target, step) -> new Command.DestroyVm(target),
          "xen.remove-config", (target, step) -> new Command.RemoveConfig(target));

  private final Connector connector;
  private final JdbcSteps steps;
  private final Journal journal;
  private final TransactionTemplate transaction;

  XenTopics(
      Connector connector, JdbcSteps steps, Journal journal, TransactionTemplate transaction) {
    this.connector = connector;
    this.steps = steps;
    this.journal = journal;
    this.transaction = transaction;
  }

  List<Topic> topics() {
    return COMMANDS.keySet().stream()
        .<Topic>map(name -> new SiteTopics.Named(name, this::carryOut))
        .toList();
  }

  private Outcome carryOut(Job job) {
    Step step = steps.get(job.run(), job.ownStep());
    noteRetry(job);
    Target target = new Target(operation(job), step.vm().host(), step.vm().name(), step.uuid());
    return connector.carryOut(COMMANDS.get(job.topic()).apply(target, step));
  }

  /** The same try of the same action of the same step is the same operation, also after a crash. */
  private static OperationId operation(Job job) {
    String step = job.ownStep().value().replaceAll("[^A-Za-z0-9_.-]", "_");
    return new OperationId(job.run() + "." + step + "." + job.topic() + "." + job.failures());
  }

  private void noteRetry(Job job) {
    if (job.failures() > 0 && steps.state(job.run(), job.ownStep()) == StepState.TROUBLE) {
      transaction.executeWithoutResult(
          status ->
              journal.record(
                  job.run(),
                  job.ownStep(),
                  MANAGER,
                  EventKind.STEP_RETRIED,
                  "Trying again; "
                      + job.failures()
                      + (job.failures() == 1 ? " try has" : " tries have")
                      + " failed."));
    }
  }
}
