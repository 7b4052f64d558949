package org.xsm.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A manager that was away for longer than guests have to shut down. */
class TimeForShutdownTest {
  private final ProcessEngine engine = configuration().buildProcessEngine();

  private static ProcessEngineConfigurationImpl configuration() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("time-" + UUID.randomUUID());
    configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
    configuration.setJobExecutorActivate(false);
    return configuration;
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_guest_has_its_whole_time_again_when_the_manager_starts() {
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bpmn/retire-vm.bpmn")
        .deploy();
    engine
        .getRuntimeService()
        .createProcessInstanceByKey("retire-vm")
        .startBeforeActivity("ShutDownVm")
        .setVariable("shutdownTimeout", "PT1M")
        .execute();
    engine.getManagementService().setJobDuedate(timer().getId(), Date.from(Instant.EPOCH));
    new TimeForShutdown().postProcessEngineBuild(engine);
    assertThat(Duration.between(Instant.now(), timer().getDuedate().toInstant()))
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
  }

  private Job timer() {
    return engine.getManagementService().createJobQuery().timers().singleResult();
  }
}
