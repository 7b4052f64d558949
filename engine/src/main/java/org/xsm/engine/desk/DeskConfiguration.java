package org.xsm.engine.desk;

import java.time.Clock;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.process.Planning;
import org.xsm.engine.process.RunLedger;
import org.xsm.engine.process.StepLedger;
import org.xsm.engine.settings.LimitsSettings;
import org.xsm.engine.store.Approvals;
import org.xsm.engine.store.IgnoredMachines;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcRefusals;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcStages;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.forecast.Forecasts;
import org.xsm.workflows.machine.MachineRack;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.run.Changes;
import org.xsm.workflows.run.ControlDesk;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.IncidentDesk;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.site.SiteFormat;

/** The ports of the ground, on the engine. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {
  @Bean
  SiteDesk siteDesk(
      Planning planning,
      RunLedger ledger,
      HostObserver observer,
      MachineRack rack,
      JdbcRuns runs,
      JdbcHosts hosts,
      UndertakenVms undertaken,
      JdbcRefusals refusals,
      TransactionTemplate transaction,
      Clock clock) {
    return new EngineSiteDesk(
        planning,
        ledger,
        observer,
        rack,
        runs,
        hosts,
        undertaken,
        refusals,
        transaction,
        new RunIds(clock));
  }

  @Bean
  Drawings processDrawings(
      HistoryService history, RepositoryService repository, RuntimeService runtime) {
    return new Drawings(history, repository, runtime);
  }

  @Bean
  RunDesk runDesk(
      JdbcRuns runs,
      JdbcSteps steps,
      Journal journal,
      JdbcHolds holds,
      RunLedger ledger,
      Drawings drawings,
      TransactionTemplate transaction) {
    return new EngineRunDesk(runs, steps, journal, holds, ledger, drawings, transaction);
  }

  @Bean
  IncidentDesk incidentDesk(
      RuntimeService runtime, ManagementService jobs, ExternalTaskService tasks) {
    return new EngineIncidents(runtime, jobs, tasks);
  }

  @Bean
  Forecasts forecasts(JdbcRuns runs, LimitsSettings limits) {
    return new EngineForecasts(runs, limits);
  }

  @Bean
  ControlDesk controlDesk(
      Installation installation,
      JdbcHolds holds,
      JdbcRuns runs,
      Journal journal,
      StepLedger ledger,
      TransactionTemplate transaction) {
    return new EngineControlDesk(installation, holds, runs, journal, ledger, transaction);
  }

  @Bean
  Inbox inbox(
      TaskService tasks,
      JdbcRuns runs,
      Approvals approvals,
      Journal journal,
      TransactionTemplate transaction,
      IdentityService identityService) {
    EngineIdentity identity = new EngineIdentity(identityService);
    return new EngineInbox(
        tasks,
        new TaskReader(tasks, runs, approvals),
        new PlanDecisions(tasks, runs, approvals, journal, identity),
        journal,
        transaction,
        identity);
  }

  @Bean
  MachineDesk machineDesk(
      JdbcStages stages,
      JdbcSteps steps,
      MachineWatch watch,
      SiteDesk site,
      SiteFormat format,
      Planning planning,
      JdbcRuns runs,
      IgnoredMachines ignored) {
    return new EngineMachineDesk(
        new Probes(stages, steps, watch),
        new Newcomers(watch, site, format, planning, runs, ignored),
        ignored);
  }

  @Bean
  Changes changes() {
    return new CommittedChanges();
  }

  @Bean
  TaskJournal taskJournal(Journal journal, LimitsSettings limits, Clock clock) {
    return new TaskJournal(journal, limits, clock);
  }
}
