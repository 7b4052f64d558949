package org.xsm.engine.desk;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.xsm.engine.process.Names;
import org.xsm.engine.settings.LimitsSettings;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.RunId;

/** Writes into the run's journal that people are asked, in the transaction that asks them. */
class TaskJournal {
  private final Journal journal;
  private final LimitsSettings limits;
  private final Clock clock;

  TaskJournal(Journal journal, LimitsSettings limits, Clock clock) {
    this.journal = journal;
    this.limits = limits;
    this.clock = clock;
  }

  @EventListener(
      condition = "#task.eventName == 'create' && #task.taskDefinitionKey == 'ApprovePlan'")
  void approvalRequested(DelegateTask task) {
    Policy policy = Policy.of((Map<?, ?>) task.getVariable(Names.POLICY));
    Duration expiry = policy.expiry().orElse(limits.approvalExpiry());
    task.setDueDate(Date.from(clock.instant().plus(expiry)));
    journal.record(
        new RunId((String) task.getVariable(Names.RUN_ID)),
        MANAGER,
        EventKind.APPROVAL_REQUESTED,
        "Waiting for "
            + policy.approvals()
            + " approval"
            + (policy.approvals() == 1 ? "" : "s")
            + " by group "
            + policy.group()
            + ". "
            + policy.verdict());
  }
}
