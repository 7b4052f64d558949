package org.xsm.engine.desk;

import java.util.Optional;
import org.xsm.engine.settings.LimitsSettings;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.forecast.Forecasts;
import org.xsm.workflows.run.RunId;

/** Looks ahead with the limits that are set, from what the hosts answered last. */
record EngineForecasts(JdbcRuns runs, LimitsSettings limits) implements Forecasts {
  @Override
  public Optional<Forecast> find(RunId run) {
    return runs.findPlan(run)
        .filter(plan -> !plan.steps().isEmpty() && plan.steps().size() <= MOST_STEPS)
        .map(
            plan ->
                Forecast.of(plan, runs.observation(run), limits.limits(), limits.guestOverhead()));
  }
}
