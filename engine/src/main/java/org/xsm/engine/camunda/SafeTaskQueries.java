package org.xsm.engine.camunda;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Closes CVE-2026-109432, which is open in the last community release: the engine checks a task
 * query for expressions, but forgets the query's {@code or} parts, and evaluates them there. Here a
 * query with an expression in any part is refused before it is evaluated.
 */
final class SafeTaskQueries implements ProcessEnginePlugin {
  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setTaskService(new SafeTasks());
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    // nothing is left to do
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    // nothing is left to do
  }

  private static final class SafeTasks extends TaskServiceImpl {
    @Override
    public TaskQuery createTaskQuery() {
      return new SafeTaskQuery(commandExecutor);
    }
  }

  private static final class SafeTaskQuery extends TaskQueryImpl {
    private static final long serialVersionUID = 1L;

    SafeTaskQuery(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public void validate() {
      super.validate();
      List<TaskQueryImpl> parts = getQueries();
      if (parts.stream().anyMatch(part -> !part.getExpressions().isEmpty())) {
        throw new BadUserRequestException("Expressions are not allowed in task queries");
      }
    }
  }
}
