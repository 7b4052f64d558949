package org.xsm.engine.work;

import java.util.Optional;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.xsm.engine.process.Names;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.RunId;

/**
 * An external task that this node has locked.
 *
 * @param step the step that it belongs to; empty for a task of the run's own process
 * @param at which of the step's hosts it acts on: {@code source}, or empty for where the VM will be
 * @param hostOff who has confirmed that the host which the VM leaves is off; empty until then
 * @param doneByHand who has done by hand what the task would do; empty where nobody has
 * @param looked whether the step has looked again at what it rests on
 * @param back whether the step is being rolled back
 * @param round how often the run has been planned and begun
 * @param failures how many tries of the step have failed
 * @param retriesLeft how often our own part may still fail; empty before the first failure
 */
record Job(
    String task,
    String topic,
    RunId run,
    Optional<StepId> step,
    String at,
    String hostOff,
    String doneByHand,
    boolean looked,
    boolean back,
    long round,
    long failures,
    Optional<Integer> retriesLeft) {
  /** The variables that a task brings with it. */
  static final String[] VARIABLES = {
    Names.RUN_ID,
    Names.STEP_ID,
    Names.AT,
    Names.HOST_OFF,
    Names.DONE_BY_HAND,
    Names.LOOKED,
    Names.DIRECTION,
    Names.ROUND,
    Names.FAILURES
  };

  static Job of(LockedExternalTask task) {
    return new Job(
        task.getId(),
        task.getTopicName(),
        new RunId(task.getVariables().getValue(Names.RUN_ID, String.class)),
        Optional.ofNullable(task.getVariables().getValue(Names.STEP_ID, String.class))
            .map(StepId::new),
        text(task, Names.AT),
        text(task, Names.HOST_OFF),
        text(task, Names.DONE_BY_HAND),
        Boolean.TRUE.equals(task.getVariables().getValue(Names.LOOKED, Boolean.class)),
        text(task, Names.DIRECTION).equals("back"),
        number(task, Names.ROUND),
        number(task, Names.FAILURES),
        Optional.ofNullable(task.getRetries()));
  }

  private static long number(LockedExternalTask task, String name) {
    return Optional.ofNullable(task.getVariables().getValue(name, Long.class)).orElse(0L);
  }

  private static String text(LockedExternalTask task, String name) {
    return Optional.ofNullable(task.getVariables().getValue(name, String.class)).orElse("");
  }

  StepId ownStep() {
    return step.orElseThrow(
        () -> new IllegalStateException("task " + task + " of " + topic + " belongs to no step"));
  }

  /** The same try of the same action of the same step is the same operation, also after a crash. */
  OperationId operation() {
    return new OperationId(
        String.join(
            ".",
            run.value(),
            ownStep().value().replaceAll("[^A-Za-z0-9_.-]", "_"),
            topic,
            back ? "back" : "on",
            Long.toString(round),
            Long.toString(failures)));
  }
}
