package org.xsm.engine.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.camunda.Node;
import org.xsm.engine.camunda.TableFiles;
import org.xsm.engine.process.Planning;
import org.xsm.engine.process.StepLedger;
import org.xsm.engine.settings.LimitsSettings;
import org.xsm.engine.store.Installation;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.engine.store.JdbcHosts;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.JdbcStages;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.engine.store.Journal;
import org.xsm.engine.store.UndertakenHosts;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.command.SiteCopies;
import org.xsm.workflows.machine.MachineRack;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.observation.HostObserver;

/** The worker and the topics that it serves. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {
  @Bean
  SiteTopics siteTopics(
      Planning planning,
      HostObserver observer,
      MachineRack rack,
      JdbcRuns runs,
      JdbcHosts hosts,
      Journal journal,
      SiteCopies copies,
      TransactionTemplate transaction) {
    return new SiteTopics(planning, observer, rack, runs, hosts, journal, copies, transaction);
  }

  @Bean
  Retries retries(JdbcSteps steps, Journal journal, TransactionTemplate transaction) {
    return new Retries(steps, journal, transaction);
  }

  @Bean
  XenTopics xenTopics(
      Connector connector, JdbcSteps steps, UndertakenVms undertaken, Retries retries) {
    return new XenTopics(connector, steps, undertaken, retries);
  }

  @Bean
  LookAgain lookAgain(
      HostObserver observer,
      JdbcRuns runs,
      JdbcSteps steps,
      UndertakenVms undertaken,
      Installation installation,
      Retries retries) {
    return new LookAgain(observer, runs, steps, undertaken, installation, retries);
  }

  @Bean
  Fencing fencing(HostObserver observer, JdbcSteps steps) {
    return new Fencing(observer, steps);
  }

  @Bean
  MachineTopics machineTopics(
      MachineConnector connector,
      MachineWatch watch,
      HostObserver observer,
      JdbcSteps steps,
      UndertakenHosts undertaken,
      JdbcStages stages,
      Retries retries) {
    return new MachineTopics(connector, watch, observer, steps, undertaken, stages, retries);
  }

  @Bean
  StageProbe stageProbe(
      MachineConnector connector,
      MachineWatch watch,
      HostObserver observer,
      JdbcSteps steps,
      JdbcHosts hosts,
      JdbcStages stages,
      TransactionTemplate transaction,
      LimitsSettings limits,
      Clock clock) {
    return new StageProbe(
        connector,
        watch,
        observer,
        steps,
        hosts,
        stages,
        transaction,
        limits.stageTimeout(),
        clock);
  }

  @Bean
  Answers answers(
      ExternalTaskService tasks,
      Journal journal,
      StepLedger ledger,
      TransactionTemplate transaction,
      Node node) {
    return new Answers(tasks, journal, ledger, transaction, node.name());
  }

  @Bean
  Pulse pulse(StepLedger ledger, TransactionTemplate transaction, TableFiles tables) {
    return new Pulse(ledger, transaction, tables);
  }

  @Bean
  TaskWorker taskWorker(
      ExternalTaskService tasks,
      SiteTopics site,
      XenTopics xen,
      Fencing fencing,
      LookAgain lookAgain,
      MachineTopics machines,
      StageProbe probe,
      Answers answers,
      JdbcHolds holds,
      Node node) {
    List<Topic> topics = new ArrayList<>(site.topics());
    topics.addAll(xen.topics());
    topics.addAll(fencing.topics());
    topics.addAll(lookAgain.topics());
    topics.addAll(machines.topics());
    topics.addAll(probe.topics());
    return new TaskWorker(tasks, topics, answers, holds, node.name());
  }
}
