package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.ExternalTaskQuery;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** One process instance on its way, led step by step: as a worker, a person, the clock. */
final class Walk {
  private static final String WORKER = "worker";

  private final ProcessEngine engine;
  private final String instance;

  Walk(ProcessEngine engine, String instance) {
    this.engine = engine;
    this.instance = instance;
  }

  /** Lets the jobs that are due run, until none is left. */
  Walk runJobs() {
    List<Job> due = jobs().messages().list();
    while (!due.isEmpty()) {
      due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
      due = jobs().messages().list();
    }
    return this;
  }

  /** The world does what these topics ask, one after the other. */
  Walk done(String... topics) {
    for (String topic : topics) {
      runJobs();
      engine.getExternalTaskService().complete(take(topic), WORKER);
    }
    return runJobs();
  }

  /** The world says no to what this topic asks. */
  Walk troubled(String topic, Map<String, Object> trouble) {
    runJobs();
    engine
        .getExternalTaskService()
        .handleBpmnError(take(topic), WORKER, Vocabulary.TROUBLE, "no", trouble);
    return runJobs();
  }

  /** A look finds what the approval rests on changed. */
  Walk changed(String topic) {
    runJobs();
    engine
        .getExternalTaskService()
        .handleBpmnError(take(topic), WORKER, Vocabulary.CHANGED, "gone", Map.of());
    return runJobs();
  }

  /** Locks the one task of this topic, and gives its id. */
  private String take(String topic) {
    List<ExternalTask> waiting = externalTasks().topicName(topic).list();
    assertThat(waiting).as("tasks of topic %s; asked is %s", topic, askedTopics()).hasSize(1);
    String id = waiting.get(0).getId();
    engine.getExternalTaskService().lock(id, WORKER, 1000);
    return id;
  }

  /** What the world is asked at this moment. */
  List<String> askedTopics() {
    return externalTasks().list().stream().map(ExternalTask::getTopicName).toList();
  }

  private ExternalTaskQuery externalTasks() {
    return engine.getExternalTaskService().createExternalTaskQuery().processInstanceId(instance);
  }

  /** The person who is asked by the task answers so. */
  Walk answer(String task, Map<String, Object> answer) {
    engine.getTaskService().complete(task(task).getId(), answer);
    return runJobs();
  }

  /** The groups that are asked by the task. */
  List<String> asked(String task) {
    return engine.getTaskService().getIdentityLinksForTask(task(task).getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  private Task task(String key) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance)
            .taskDefinitionKey(key)
            .singleResult();
    assertThat(task).as("task %s; standing at %s", key, standing()).isNotNull();
    return task;
  }

  /** The timer at this element goes off; it was set for this long. */
  Walk wait(String element, Duration expected) {
    Job timer = jobs().timers().activityId(element).singleResult();
    assertThat(timer).as("timer %s; standing at %s", element, standing()).isNotNull();
    Duration slack = expected.dividedBy(100).plusSeconds(1);
    assertThat(untilDue(timer)).isBetween(expected.minus(slack), expected.plus(slack));
    engine.getManagementService().executeJob(timer.getId());
    return runJobs();
  }

  /** How many tries the one job that has failed is still given, and when the next one is. */
  NextTry nextTry() {
    Job job = jobs().withException().singleResult();
    return new NextTry(job.getRetries(), untilDue(job));
  }

  private static Duration untilDue(Job job) {
    return Duration.between(job.getCreateTime().toInstant(), job.getDuedate().toInstant());
  }

  /** When a failed job runs again. */
  record NextTry(int triesLeft, Duration after) {}

  Walk tell(String message) {
    return tell(message, Map.of("replan", false));
  }

  Walk tell(String message, Map<String, Object> variables) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(instance)
        .setVariables(variables)
        .correlate();
    return runJobs();
  }

  /** The elements where the process stands; empty when it has ended. */
  List<String> standing() {
    return isUnderWay() ? engine.getRuntimeService().getActiveActivityIds(instance) : List.of();
  }

  private boolean isUnderWay() {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        > 0;
  }

  /** The end of the process that was reached; fails while it is still on its way. */
  String end() {
    assertThat(standing()).as("where it stands, instead of having ended").isEmpty();
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .activityType(ActivityTypes.END_EVENT_NONE)
        .orderPartiallyByOccurrence()
        .desc()
        .list()
        .get(0)
        .getActivityId();
  }

  Map<String, Object> variables() {
    return engine.getRuntimeService().getVariables(instance);
  }

  private JobQuery jobs() {
    return engine.getManagementService().createJobQuery().processInstanceId(instance);
  }
}
