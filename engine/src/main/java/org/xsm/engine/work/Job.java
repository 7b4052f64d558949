package org.xsm.engine.work;

import java.util.Optional;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.xsm.engine.process.Names;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.RunId;

/**
 * An external task that this node has locked.
 *
 * @param step the step that it belongs to; empty for a task of the run's own process
 * @param failures how many tries of the step have failed
 * @param retriesLeft how often our own part may still fail; empty before the first failure
 */
record Job(
    String task,
    String topic,
    RunId run,
    Optional<StepId> step,
    long failures,
    Optional<Integer> retriesLeft) {
  static Job of(LockedExternalTask task) {
    return new Job(
        task.getId(),
        task.getTopicName(),
        new RunId(task.getVariables().getValue(Names.RUN_ID, String.class)),
        Optional.ofNullable(task.getVariables().getValue(Names.STEP_ID, String.class))
            .map(StepId::new),
        Optional.ofNullable(task.getVariables().getValue(Names.FAILURES, Long.class)).orElse(0L),
        Optional.ofNullable(task.getRetries()));
  }

  StepId ownStep() {
    return step.orElseThrow(
        () -> new IllegalStateException("task " + task + " of " + topic + " belongs to no step"));
  }
}
