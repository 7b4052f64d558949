package org.xsm.engine.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.RunLedger;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.run.Decided;
import org.xsm.workflows.run.Drawing;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.Verdict.Why;

/** Shows runs as the tables tell them. */
final class EngineRunDesk implements RunDesk {
  private static final int MOST = 200;
  private static final int MOST_DECISIONS = 100;

  private final JdbcRuns runs;
  private final JdbcSteps steps;
  private final Journal journal;
  private final JdbcHolds holds;
  private final RunLedger ledger;
  private final Drawings drawings;
  private final TransactionTemplate transaction;

  EngineRunDesk(
      JdbcRuns runs,
      JdbcSteps steps,
      Journal journal,
      JdbcHolds holds,
      RunLedger ledger,
      Drawings drawings,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.steps = steps;
    this.journal = journal;
    this.holds = holds;
    this.ledger = ledger;
    this.drawings = drawings;
    this.transaction = transaction;
  }

  @Override
  public List<RunSummary> list(Optional<String> set, Optional<RunState> state) {
    return runs.list(set, state, MOST);
  }

  @Override
  public Optional<Run> find(RunId id) {
    return transaction.execute(
        status ->
            runs.find(id)
                .map(
                    summary ->
                        new Run(
                            summary,
                            runs.findPlan(id),
                            runs.findApproved(id),
                            journal.entries(id),
                            steps.limits(id),
                            holds.isPaused(id))));
  }

  @Override
  public List<Decided> decided() {
    return transaction.execute(
        status ->
            journal.decisions(MOST_DECISIONS).stream()
                .map(made -> new Decided(runs.find(made.run()).orElseThrow(), made.entry()))
                .toList());
  }

  @Override
  public Verdict cancel(RunId id, Person by) {
    return change(id, by, () -> ledger.cancel(id, by.name()));
  }

  @Override
  public Verdict pause(RunId id, Person by) {
    return change(id, by, () -> ledger.pause(id, by.name()));
  }

  @Override
  public Verdict resume(RunId id, Person by) {
    return change(id, by, () -> ledger.resume(id, by.name()));
  }

  private Verdict change(RunId id, Person by, Supplier<Verdict> change) {
    if (!by.mayOperate()) {
      return Verdict.refused(
          Why.NOT_ALLOWED, "Only operators and admins may pause, resume and cancel runs.");
    }
    if (runs.find(id).isEmpty()) {
      return Verdict.refused(Why.UNKNOWN, "There is no run " + id + ".");
    }
    return transaction.execute(status -> change.get());
  }

  @Override
  public Optional<Drawing> findDrawing(RunId id, Optional<String> step) {
    return drawings.find(id, step);
  }
}
