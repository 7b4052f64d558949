package org.xsm.engine.work;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.Names;
import org.xsm.engine.process.StepLedger;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.command.Outcome.Done;
import org.xsm.workflows.command.Outcome.Trouble;
import org.xsm.workflows.run.EventKind;

/** Tells the engine what came of a task, together with the journal, in one transaction. */
final class Answers {
  private static final int LONGEST_VARIABLE = 2000;
  private static final int TRIES = 5;
  private static final long PAUSE = 2_000;

  private final ExternalTaskService tasks;
  private final Journal journal;
  private final StepLedger ledger;
  private final TransactionTemplate transaction;
  private final String worker;

  Answers(
      ExternalTaskService tasks,
      Journal journal,
      StepLedger ledger,
      TransactionTemplate transaction,
      String worker) {
    this.tasks = tasks;
    this.journal = journal;
    this.ledger = ledger;
    this.transaction = transaction;
    this.worker = worker;
  }

  void done(Job job, Done done) {
    transaction.executeWithoutResult(
        status -> {
          job.step()
              .ifPresent(
                  step ->
                      journal.record(
                          job.run(), step, MANAGER, EventKind.COMMAND_DONE, done.receipt()));
          tasks.complete(job.task(), worker);
        });
  }

  /**
   * Says what is waited for, as long as somebody waits for it: a task may have been taken away
   * meanwhile, by its time limit or by a person, and its step may be at its end. Whoever ends it
   * needs the run's lock, too.
   */
  void progress(Job job, String text) {
    job.step()
        .ifPresent(
            step ->
                transaction.executeWithoutResult(
                    status -> {
                      journal.lock(job.run());
                      if (isStillAsked(job)) {
                        journal.record(job.run(), step, MANAGER, EventKind.COMMAND_WAITING, text);
                      }
                    }));
  }

  private boolean isStillAsked(Job job) {
    return tasks.createExternalTaskQuery().externalTaskId(job.task()).count() > 0;
  }

  /** What the approval rests on has changed: the drawing voids it. */
  void changed(Job job, Trouble trouble) {
    tasks.handleBpmnError(
        job.task(),
        worker,
        Names.CHANGED,
        cut(trouble.text()),
        Map.of(Names.TROUBLE_TEXT, cut(trouble.text())));
  }

  void trouble(Job job, Trouble trouble) {
    transaction.executeWithoutResult(
        status -> {
          ledger.trouble(job.run(), job.ownStep(), trouble.kind().label() + ": " + trouble.text());
          tasks.handleBpmnError(
              job.task(),
              worker,
              Names.TROUBLE,
              cut(trouble.text()),
              Map.of(
                  Names.DONE_BY_HAND,
                  "",
                  Names.FAILURES,
                  job.failures() + 1,
                  Names.TROUBLE_KIND,
                  trouble.kind().label(),
                  Names.TROUBLE_TEXT,
                  cut(trouble.text())));
        });
  }

  /** Our own part failed: try again a few times, then show an incident. */
  void fault(Job job, Throwable fault) {
    int left = job.retriesLeft().orElse(TRIES) - 1;
    tasks.handleFailure(
        job.task(),
        worker,
        cut(String.valueOf(fault)),
        ExceptionUtil.getExceptionStacktrace(fault),
        Math.max(0, left),
        PAUSE);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_VARIABLE ? text : text.substring(0, LONGEST_VARIABLE) + "…";
  }
}
