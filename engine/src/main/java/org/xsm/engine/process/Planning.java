package org.xsm.engine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.HostFooting;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Planner;
import org.xsm.workflows.plan.PlanningRules;
import org.xsm.workflows.plan.Reservations;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.TransferChoice;
import org.xsm.workflows.plan.UndertakenVm;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.SiteFormat;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.GuestConfig;
import org.xsm.workflows.template.TemplateSnapshot;
import org.xsm.workflows.template.Templates;

/**
 * Brings together what the pure planner needs: the file, the VMs that we have undertaken,
 * templates, our identity.
 */
public final class Planning {
  private final SiteFormat format;
  private final Templates templates;
  private final UndertakenVms undertaken;
  private final Installation installation;
  private final PlanningRules rules;
  private final TransferChoice transfers;
  private final JdbcRuns runs;
  private final JdbcSteps steps;
  private final JdbcHosts hosts;

  public Planning(
      SiteFormat format,
      Templates templates,
      UndertakenVms undertaken,
      Installation installation,
      PlanningRules rules,
      TransferChoice transfers,
      JdbcRuns runs,
      JdbcSteps steps,
      JdbcHosts hosts) {
    this.format = format;
    this.templates = templates;
    this.undertaken = undertaken;
    this.installation = installation;
    this.rules = rules;
    this.transfers = transfers;
    this.runs = runs;
    this.steps = steps;
    this.hosts = hosts;
  }

  /** Reads a file, and tries its templates on its VMs. */
  public Reading read(byte[] content) {
    Reading reading = format.read(content);
    if (!(reading instanceof Reading.Readable readable)) {
      return reading;
    }
    List<Problem> problems = new ArrayList<>();
    readable.site().vms().forEach(vm -> tryTemplate(vm, problems));
    return problems.isEmpty() ? reading : new Reading.Unreadable(problems);
  }

  private void tryTemplate(Vm vm, List<Problem> problems) {
    try {
      templates
          .find(vm.template())
          .ifPresent(template -> GuestConfig.render(template, vm, installation.id()));
    } catch (InvalidValue wrong) {
      problems.add(
          new Problem(0, "VM " + vm.name() + "/config", wrong.getMessage(), wrong.advice()));
    }
  }

  /** The site that the run's file describes; the file was in order when the run began. */
  public Site wanted(RunId run) {
    byte[] content =
        runs.findContent(run)
            .orElseThrow(() -> new IllegalStateException("run " + run + " has no file"));
    if (format.recall(content) instanceof Reading.Readable readable) {
      return readable.site();
    }
    throw new IllegalStateException("the file of run " + run + " was in order and is not any more");
  }

  /**
   * Every host that the plan for this site depends on: the file's, and those of its sets' VMs until
   * now.
   */
  public SortedSet<HostAddress> hosts(Site wanted) {
    SortedSet<HostAddress> hosts = new TreeSet<>(wanted.hosts());
    undertaken.all().vms().stream()
        .filter(vm -> wanted.setNames().contains(vm.set()))
        .flatMap(UndertakenVm::hosts)
        .forEach(hosts::add);
    return hosts;
  }

  /** What is to do for the run, given what it has found, beside what other runs are doing. */
  public Plan plan(RunId run) {
    return plan(run, wanted(run), runs.observation(run));
  }

  /** The same, given what was found. */
  public Plan plan(RunId run, Site wanted, Observation found) {
    return plan(wanted, found, steps.listOpenBut(run));
  }

  private Plan plan(Site wanted, Observation found, List<Step> open) {
    TemplateSnapshot snapshot = TemplateSnapshot.of(templates, wanted.vms().map(Vm::template));
    Reservations reserved = new Reservations(open, rules.guestOverhead());
    return new Planner(new Identity(installation.id()), snapshot, rules, transfers)
        .plan(wanted, undertaken.all(), reserved.leftOf(found));
  }

  /** Whether the run's plan still leaves alone what other runs were approved to take. */
  public boolean leavesOthersAlone(RunId run) {
    List<Step> open = steps.listOpenBut(run);
    return open.isEmpty()
        || runs.findDigest(run).stream()
            .anyMatch(plan(wanted(run), runs.observation(run), open).digest()::equals);
  }

  /**
   * Whether the host that this step has deployed has too little memory for the run's plan, in a
   * sentence; the host was looked at when it answered.
   */
  Optional<String> findShortage(RunId run, Step deployment) {
    return hosts
        .find(deployment.host())
        .filter(HostFound.Up.class::isInstance)
        .map(HostFound.Up.class::cast)
        .flatMap(
            host ->
                runs.findPlan(run)
                    .flatMap(plan -> HostFooting.findShortage(plan, host, rules.guestOverhead())));
  }

  /** Every host that we know of. */
  public SortedSet<HostAddress> knownHosts(Stream<RunId> activeRuns) {
    SortedSet<HostAddress> hosts = new TreeSet<>();
    undertaken.all().vms().stream().flatMap(UndertakenVm::hosts).forEach(hosts::add);
    activeRuns.map(this::wanted).map(Site::hosts).forEach(hosts::addAll);
    return hosts;
  }
}
