package org.xsm.engine.work;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.Planning;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.SiteCopies;
import org.xsm.workflows.command.SiteCopies.Missing;
import org.xsm.workflows.machine.MachineRack;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Site;

/** Looks at the hosts of a run: before it plans, before it acts, and when it has acted. */
final class SiteTopics {
  private final Planning planning;
  private final HostObserver observer;
  private final JdbcRuns runs;
  private final MachineRack rack;
  private final JdbcHosts hosts;
  private final Journal journal;
  private final SiteCopies copies;
  private final TransactionTemplate transaction;

  SiteTopics(
      Planning planning,
      HostObserver observer,
      MachineRack rack,
      JdbcRuns runs,
      JdbcHosts hosts,
      Journal journal,
      SiteCopies copies,
      TransactionTemplate transaction) {
    this.planning = planning;
    this.observer = observer;
    this.rack = rack;
    this.runs = runs;
    this.hosts = hosts;
    this.journal = journal;
    this.copies = copies;
    this.transaction = transaction;
  }

  List<Topic> topics() {
    return List.of(
        new Named("site.observe", this::observe),
        new Named("site.verify", this::verify),
        new Named("site.publish", this::publish));
  }

  private Outcome observe(Job job) {
    Observation found = look(planning.wanted(job.run()));
    return remember(job.run(), found, EventKind.SITE_OBSERVED, describe(found));
  }

  private Outcome verify(Job job) {
    Site wanted = planning.wanted(job.run());
    Observation found = look(wanted);
    Plan left = planning.plan(job.run(), wanted, found);
    String answer =
        left.steps().isEmpty() && !left.leavesSomethingUndone()
            ? "Looked again: the site is as the file says."
            : "Looked again; left to do: " + left.summary() + ".";
    return remember(job.run(), found, EventKind.SITE_VERIFIED, answer);
  }

  /** A host that is silent gets its copy with the next run; nothing is held up for it. */
  private Outcome publish(Job job) {
    Site wanted = planning.wanted(job.run());
    String file = new String(runs.findContent(job.run()).orElseThrow(), StandardCharsets.UTF_8);
    Observation found = runs.observation(job.run());
    List<HostAddress> up =
        wanted.hosts().stream().filter(host -> found.findUp(host).isPresent()).toList();
    List<Missing> missing = copies.lay(wanted.setNames(), file, up);
    String answer = describe(wanted.hosts().size(), up.size() - missing.size(), missing);
    transaction.executeWithoutResult(
        status -> journal.record(job.run(), MANAGER, EventKind.SITE_PUBLISHED, answer));
    return new Outcome.Done(answer);
  }

  private static String describe(int hosts, int laid, List<Missing> missing) {
    String told = "The site file lies on %d of %d hosts.".formatted(laid, hosts);
    return missing.isEmpty()
        ? told
        : told
            + " Not there: "
            + missing.stream()
                .map(each -> each.host().naming(each.why()))
                .collect(Collectors.joining("; "));
  }

  /**
   * Who does not answer is asked a second time: much depends on it, and a busy host may be late.
   */
  private Observation look(Site wanted) {
    rack.meet(wanted.machines().toList());
    Observation first = observer.observe(planning.hosts(wanted));
    return first.silent().isEmpty() ? first : first.updatedBy(observer.observe(first.silent()));
  }

  private Outcome remember(RunId run, Observation found, EventKind kind, String answer) {
    transaction.executeWithoutResult(
        status -> {
          hosts.keep(found.hosts());
          runs.keepObservation(run, found);
          journal.record(run, MANAGER, kind, answer);
        });
    return new Outcome.Done(answer);
  }

  private static String describe(Observation found) {
    List<HostFound.Unknown> unknown =
        found.hosts().stream()
            .filter(HostFound.Unknown.class::isInstance)
            .map(HostFound.Unknown.class::cast)
            .toList();
    int all = found.hosts().size();
    String answered = (all - unknown.size()) + " of " + all + " hosts answered";
    return unknown.isEmpty()
        ? answered + "."
        : answered
            + "; unknown: "
            + unknown.stream()
                .map(HostFound.Unknown::explanation)
                .collect(Collectors.joining("; "));
  }

  /** A topic that is one function. */
  record Named(String name, java.util.function.Function<Job, Outcome> work) implements Topic {
    @Override
    public Outcome handle(Job job) {
      return work.apply(job);
    }
  }
}
