package org.xsm.engine.process;

import java.time.Clock;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.xsm.engine.settings.LimitsSettings;
import org.xsm.engine.settings.PlanSettings;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.engine.store.UndertakenHosts;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.plan.PlanningRules;
import org.xsm.workflows.plan.TransferChoice;
import org.xsm.workflows.site.SiteFormat;
import org.xsm.workflows.template.Templates;

/** How runs and steps go on. */
@Configuration(proxyBeanMethods = false)
@Import(DelegatesConfiguration.class)
public class ProcessConfiguration {
  /** The engine itself looks up the delegates, so it cannot be asked for before it stands. */
  @Bean
  Processes processes(@Lazy RuntimeService runtime, LimitsSettings limits) {
    return new Processes(runtime, limits);
  }

  @Bean
  PlanningRules planningRules(PlanSettings settings, LimitsSettings limits) {
    return settings.rules(limits);
  }

  /** The engine itself looks up the delegates, which plan. */
  @Bean
  TransferChoice transferChoice(@Lazy DecisionService decisions) {
    return new TransferTable(decisions);
  }

  @Bean
  RowsFired rowsFired(Journal journal) {
    return new RowsFired(journal);
  }

  @Bean
  Planning planning(
      SiteFormat format,
      Templates templates,
      UndertakenVms undertaken,
      Installation installation,
      PlanningRules rules,
      TransferChoice transfers,
      JdbcRuns runs,
      JdbcSteps steps,
      JdbcHosts hosts) {
    return new Planning(
        format, templates, undertaken, installation, rules, transfers, runs, steps, hosts);
  }

  @Bean
  StepLedger stepLedger(
      Installation installation,
      JdbcRuns runs,
      JdbcSteps steps,
      Journal journal,
      UndertakenVms undertaken,
      UndertakenHosts machines,
      Processes processes,
      JdbcHolds holding,
      LimitsSettings limits,
      Clock clock) {
    return new StepLedger(
        installation,
        runs,
        steps,
        journal,
        undertaken,
        machines,
        processes,
        holding,
        limits.limits(),
        clock);
  }

  @Bean
  RunLedger runLedger(
      Installation installation,
      JdbcRuns runs,
      Journal journal,
      StepLedger steps,
      Processes processes,
      JdbcHolds holding) {
    return new RunLedger(installation, runs, journal, steps, processes, holding);
  }

  @Bean
  Settling settling(Planning planning, JdbcRuns runs, UndertakenVms undertaken) {
    return new Settling(planning, runs, undertaken);
  }
}
