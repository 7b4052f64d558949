package org.xsm.engine.camunda;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.engine.settings.ApprovalSettings;
import org.xsm.engine.settings.RainyDaySettings;
import org.xsm.engine.settings.TransferSettings;
import org.xsm.workflows.Home;

/** The engine beyond what {@code application.yaml} says. */
@Configuration(proxyBeanMethods = false)
public class CamundaConfiguration {
  @Bean
  Node node(Home home) {
    return Node.of(home);
  }

  @Bean
  ProcessEnginePlugin safeTaskQueries() {
    return new SafeTaskQueries();
  }

  @Bean
  ProcessEnginePlugin ownLocks(Node node, JdbcClient database) {
    return new OwnLocks(node, database);
  }

  @Bean
  ProcessEnginePlugin timeForShutdown() {
    return new TimeForShutdown();
  }

  /** Deploys the drawings and tables. */
  @Bean
  TableFiles tableFiles(
      RepositoryService repository,
      ApprovalSettings approval,
      RainyDaySettings rainyDay,
      TransferSettings transfer) {
    return new Deployment(repository, approval, rainyDay, transfer).deploy();
  }
}
