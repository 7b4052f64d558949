package org.xsm.engine.work;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.StepState;

/** Writes into the journal, once a try, that a step in trouble goes on. */
final class Retries {
  private final JdbcSteps steps;
  private final Journal journal;
  private final TransactionTemplate transaction;

  Retries(JdbcSteps steps, Journal journal, TransactionTemplate transaction) {
    this.steps = steps;
    this.journal = journal;
    this.transaction = transaction;
  }

  /** Does nothing for a step that is not in trouble. */
  void note(Job job) {
    if (job.failures() > 0 && steps.state(job.run(), job.ownStep()) == StepState.TROUBLE) {
      transaction.executeWithoutResult(
          status ->
              journal.record(
                  job.run(), job.ownStep(), MANAGER, EventKind.STEP_RETRIED, sentence(job)));
    }
  }

  private static String sentence(Job job) {
    return (job.back() ? "Rolling back; " : "Trying again; ")
        + job.failures()
        + (job.failures() == 1 ? " try has" : " tries have")
        + " failed.";
  }
}
