package org.xsm.engine.desk;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.Planning;
import org.xsm.engine.process.RunLedger;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcRefusals;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.NewRun;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.machine.MachineRack;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;

/** Takes site files in and begins runs on the engine. */
final class EngineSiteDesk implements SiteDesk {
  /**
   * How often a submission is tried when somebody else touches the same runs at the same moment.
   */
  private static final int TRIES = 5;

  /** No run: a preview stands beside all of them. */
  private static final RunId PREVIEW = new RunId("preview");

  private final Planning planning;
  private final RunLedger ledger;
  private final HostObserver observer;
  private final MachineRack rack;
  private final JdbcRuns runs;
  private final JdbcHosts hosts;
  private final UndertakenVms undertaken;
  private final JdbcRefusals refusals;
  private final TransactionTemplate transaction;
  private final RunIds ids;

  EngineSiteDesk(
      Planning planning,
      RunLedger ledger,
      HostObserver observer,
      MachineRack rack,
      JdbcRuns runs,
      JdbcHosts hosts,
      UndertakenVms undertaken,
      JdbcRefusals refusals,
      TransactionTemplate transaction,
      RunIds ids) {
    this.planning = planning;
    this.ledger = ledger;
    this.observer = observer;
    this.rack = rack;
    this.runs = runs;
    this.hosts = hosts;
    this.undertaken = undertaken;
    this.refusals = refusals;
    this.transaction = transaction;
    this.ids = ids;
  }

  @Override
  public Submission submit(SubmittedFile file) {
    Reading reading = planning.read(file.content());
    if (reading instanceof Reading.Readable readable) {
      return new Submission.Accepted(
          begin(new NewRun(ids.next(), file, readable.site().setNames())));
    }
    List<Problem> problems = ((Reading.Unreadable) reading).problems();
    transaction.executeWithoutResult(status -> refusals.add(ids.next().value(), file, problems));
    return new Submission.Refused(problems);
  }

  @Override
  public List<Refusal> refusals() {
    return refusals.list();
  }

  private RunId begin(NewRun run) {
    for (int left = TRIES; left > 1; left--) {
      try {
        return transaction.execute(status -> ledger.begin(run));
      } catch (OptimisticLockingException collision) {
        // somebody approved or cancelled an older run at this very moment: look again
      }
    }
    return transaction.execute(status -> ledger.begin(run));
  }

  @Override
  public Preview preview(byte[] content) {
    Reading reading = planning.read(content);
    if (reading instanceof Reading.Readable readable) {
      Site wanted = readable.site();
      rack.meet(wanted.machines().toList());
      return new Preview.Planned(
          planning.plan(PREVIEW, wanted, observer.observe(planning.hosts(wanted))));
    }
    return new Preview.Refused(((Reading.Unreadable) reading).problems());
  }

  @Override
  public Site wanted() {
    return undertaken.site();
  }

  @Override
  public List<HostFound> found() {
    return hosts.list();
  }

  @Override
  public void refresh() {
    SortedSet<HostAddress> known =
        planning.knownHosts(runs.listActive().stream().map(RunSummary::id));
    List<HostFound> answers = observer.observe(known).hosts();
    transaction.executeWithoutResult(
        status -> {
          hosts.keep(answers);
          hosts.keepOnly(known);
        });
  }

  @Override
  public Optional<byte[]> findFile(RunId run) {
    return runs.findContent(run);
  }
}
