package org.xsm.engine.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.RunId;

/** A service task of a drawing: a few lines on what a run's or a step's process stands at. */
@FunctionalInterface
interface RunDelegate extends JavaDelegate {
  static RunId run(DelegateExecution execution) {
    return new RunId((String) execution.getVariable(Names.RUN_ID));
  }

  static StepId step(DelegateExecution execution) {
    return new StepId((String) execution.getVariable(Names.STEP_ID));
  }
}
