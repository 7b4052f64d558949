package org.xsm.engine.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.xsm.engine.process.Names;
import org.xsm.workflows.run.Person;

/**
 * What the approval policy said about a plan.
 *
 * @param approvals how many different people must approve
 * @param group whose members may approve
 * @param submitterMayApprove whether the person who sent the file is one of them
 * @param expiry how long the plan waits; empty when the setting counts
 * @param verdict why, in a sentence
 */
record Policy(
    int approvals,
    String group,
    boolean submitterMayApprove,
    Optional<Duration> expiry,
    String verdict) {
  static Policy of(TaskService tasks, Task task) {
    return of((Map<?, ?>) tasks.getVariable(task.getId(), Names.POLICY));
  }

  static Policy of(Map<?, ?> row) {
    return new Policy(
        Math.max(1, ((Number) row.get("approvals")).intValue()),
        (String) row.get("group"),
        Boolean.TRUE.equals(row.get("submitterMayApprove")),
        Optional.ofNullable((String) row.get("expiry")).map(Duration::parse),
        (String) row.get("verdict"));
  }

  /** Whether the person is one of those who decide about plans at all. */
  boolean admits(Person person) {
    return person.isIn(group) || person.isIn(Person.ADMIN);
  }
}
