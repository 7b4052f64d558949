package org.xsm.engine.camunda;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the job executor lock jobs under this node's name, and sets free the jobs that this node had
 * locked when it was killed; nobody else would do them before their locks end.
 */
final class OwnLocks extends AbstractCamundaConfiguration {
  private final Node node;
  private final JdbcClient database;

  OwnLocks(Node node, JdbcClient database) {
    this.node = node;
    this.database = database;
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getJobExecutor().setLockOwner(node.name());
  }

  @Override
  public void postProcessEngineBuild(org.camunda.bpm.engine.ProcessEngine engine) {
    database
        .sql(
            "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = ?")
        .param(node.name())
        .update();
  }
}
