package org.xsm.engine.camunda;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.xsm.engine.process.Names;

/**
 * Gives guests their whole time to shut down anew when the manager starts. The time went on while
 * it was away: a guest that it had not asked yet would be destroyed unasked, and one that has shut
 * down by now needs nothing worse than a look.
 */
final class TimeForShutdown extends AbstractProcessEnginePlugin {
  private static final String TIMER = "ShutdownTimeOver";

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ManagementService jobs = engine.getManagementService();
    jobs.createJobQuery()
        .timers()
        .activityId(TIMER)
        .list()
        .forEach(timer -> jobs.setJobDuedate(timer.getId(), due(engine, timer)));
  }

  private static Date due(ProcessEngine engine, Job timer) {
    Object time =
        engine.getRuntimeService().getVariable(timer.getExecutionId(), Names.SHUTDOWN_TIMEOUT);
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.parse((String) time)));
  }
}
