package org.xsm.workflows.forecast;

import java.util.Optional;
import org.xsm.workflows.run.RunId;

/** Where it is looked ahead at how the plans of runs will go. */
public interface Forecasts {
  /** Steps of a plan that are looked ahead at; of more, nobody sees anything in a picture. */
  int MOST_STEPS = 2000;

  /**
   * How the run's plan is expected to go; empty before there is a plan, where it has nothing to do,
   * and where it has more than {@value #MOST_STEPS} steps.
   */
  Optional<Forecast> find(RunId run);
}
