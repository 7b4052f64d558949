package org.xsm.engine.desk;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.StepLedger;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.run.ControlDesk;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.Filter;
import org.xsm.workflows.run.Holds;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.Verdict.Why;

/** Holds the manager back for people, and lets it go on when they let go. */
final class EngineControlDesk implements ControlDesk {
  private static final int LONGEST_WHY = 500;

  private final Installation installation;
  private final JdbcHolds holds;
  private final JdbcRuns runs;
  private final Journal journal;
  private final StepLedger ledger;
  private final TransactionTemplate transaction;

  EngineControlDesk(
      Installation installation,
      JdbcHolds holds,
      JdbcRuns runs,
      Journal journal,
      StepLedger ledger,
      TransactionTemplate transaction) {
    this.installation = installation;
    this.holds = holds;
    this.runs = runs;
    this.journal = journal;
    this.ledger = ledger;
    this.transaction = transaction;
  }

  @Override
  public Holds holds() {
    return holds.get();
  }

  @Override
  public Verdict stop(Person by, String why) {
    if (!by.mayOperate() && !by.isIn(Person.APPROVER)) {
      return Verdict.refused(
          Why.NOT_ALLOWED, "Only operators, approvers and admins may throw the stop switch.");
    } else if (why.isBlank() || why.length() > LONGEST_WHY) {
      return Verdict.refused(
          Why.INCOMPLETE, "Say why, in at most " + LONGEST_WHY + " characters: others will ask.");
    }
    return changed(
        () -> {
          holds.stop(new Holds.Stop(by.name(), why.strip()));
          tellRuns(by, EventKind.STOP_SWITCH_THROWN, "Threw the stop switch: " + why.strip());
          return Verdict.taken();
        });
  }

  @Override
  public Verdict release(Person by) {
    if (!by.mayOperate()) {
      return Verdict.refused(
          Why.NOT_ALLOWED, "Only operators and admins may release the stop switch.");
    }
    return changed(
        () -> {
          holds.release();
          if (holds.findStop().isPresent()) {
            return Verdict.refused(Why.STALE, holds.findStop().get().why());
          }
          tellRuns(by, EventKind.STOP_SWITCH_RELEASED, "Released the stop switch.");
          return Verdict.taken();
        });
  }

  private void tellRuns(Person by, EventKind kind, String text) {
    runs.listActive().stream()
        .filter(run -> run.state() == RunState.APPLYING)
        .forEach(run -> journal.record(run.id(), by.name(), kind, text));
  }

  @Override
  public Verdict set(Filter filter, Person by) {
    if (!by.mayOperate()) {
      return notYours();
    }
    return changed(
        () -> {
          holds.set(filter);
          return Verdict.taken();
        });
  }

  @Override
  public Verdict remove(String filter, Person by) {
    if (!by.mayOperate()) {
      return notYours();
    }
    return changed(
        () ->
            holds.remove(filter)
                ? Verdict.taken()
                : Verdict.refused(Why.UNKNOWN, "There is no filter " + filter + "."));
  }

  private static Verdict notYours() {
    return Verdict.refused(Why.NOT_ALLOWED, "Only operators and admins may set filters.");
  }

  /** A change of what is held back, and what may start thereafter, in one transaction. */
  private Verdict changed(Supplier<Verdict> change) {
    return transaction.execute(
        status -> {
          installation.lock();
          Verdict verdict = change.get();
          ledger.startReady();
          return verdict;
        });
  }
}
