package org.xsm.engine.store;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.engine.settings.AuditSettings;
import org.xsm.workflows.Home;
import org.xsm.workflows.people.AuditLog;

/** Our own tables. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
  /** Named at once, so that there is a row to lock. */
  @Bean
  Installation installation(JdbcClient database) {
    Installation installation = new Installation(database);
    installation.id();
    return installation;
  }

  @Bean
  Journal journal(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    return new Journal(database, events, clock);
  }

  @Bean
  JdbcViews views(JdbcClient database) {
    return new JdbcViews(database);
  }

  @Bean
  JdbcRuns runs(JdbcClient database, Clock clock) {
    return new JdbcRuns(database, clock);
  }

  @Bean
  JdbcSteps steps(JdbcClient database) {
    return new JdbcSteps(database);
  }

  @Bean
  JdbcHolds holds(JdbcClient database, Home home) {
    return new JdbcHolds(database, home.stopFile());
  }

  @Bean
  JdbcStages stages(JdbcClient database, Clock clock) {
    return new JdbcStages(database, clock);
  }

  @Bean
  IgnoredMachines ignoredMachines(JdbcClient database, Clock clock) {
    return new IgnoredMachines(database, clock);
  }

  @Bean
  JdbcTokens tokens(JdbcClient database) {
    return new JdbcTokens(database);
  }

  @Bean
  AuditLog auditLog(JdbcClient database, AuditSettings settings, Clock clock) {
    return new JdbcAudit(database, settings.keep(), clock);
  }

  @Bean
  UndertakenHosts undertakenHosts(JdbcClient database) {
    return new UndertakenHosts(database);
  }

  @Bean
  UndertakenVms undertakenVms(JdbcClient database, UndertakenHosts machines) {
    return new UndertakenVms(database, machines);
  }

  @Bean
  JdbcHosts hosts(JdbcClient database, Installation installation, Clock clock) {
    return new JdbcHosts(database, installation, clock);
  }

  @Bean
  JdbcRefusals refusals(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    return new JdbcRefusals(database, events, clock);
  }

  @Bean
  Approvals approvals(JdbcClient database, Clock clock) {
    return new Approvals(database, clock);
  }
}
