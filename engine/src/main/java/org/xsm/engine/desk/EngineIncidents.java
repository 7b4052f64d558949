package org.xsm.engine.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xsm.workflows.run.IncidentDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.Verdict.Why;
import org.xsm.workflows.site.Printable;

/** The engine's incidents, those of one failure put together. */
final class EngineIncidents implements IncidentDesk {
  private static final Logger LOG = LoggerFactory.getLogger(EngineIncidents.class);
  private static final int MOST = 1000;
  private static final int MOST_RUNS = 10;
  private static final int LONGEST_CAUSE = 500;

  private final RuntimeService runtime;
  private final ManagementService jobs;
  private final ExternalTaskService tasks;

  EngineIncidents(RuntimeService runtime, ManagementService jobs, ExternalTaskService tasks) {
    this.runtime = runtime;
    this.jobs = jobs;
    this.tasks = tasks;
  }

  @Override
  public List<org.xsm.workflows.run.Incident> list() {
    return byFailure().entrySet().stream()
        .map(entry -> incident(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(org.xsm.workflows.run.Incident::count).reversed())
        .toList();
  }

  private Map<String, List<Incident>> byFailure() {
    return runtime
        .createIncidentQuery()
        .orderByIncidentTimestamp()
        .desc()
        .listPage(0, MOST)
        .stream()
        .filter(incident -> incident.getConfiguration() != null)
        .collect(
            Collectors.groupingBy(
                EngineIncidents::failure, LinkedHashMap::new, Collectors.toList()));
  }

  private static String failure(Incident incident) {
    String same = where(incident) + " " + cause(incident);
    return UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String where(Incident incident) {
    String definition = incident.getProcessDefinitionId();
    return definition.substring(0, definition.indexOf(':')) + "/" + incident.getActivityId();
  }

  private static String cause(Incident incident) {
    return Optional.ofNullable(incident.getIncidentMessage())
        .filter(message -> !message.isBlank())
        .map(message -> Printable.of(message, LONGEST_CAUSE))
        .orElse("It was tried as often as it may be, and left no message.");
  }

  private org.xsm.workflows.run.Incident incident(String id, List<Incident> same) {
    Instant since =
        same.stream()
            .map(each -> each.getIncidentTimestamp().toInstant())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<RunId> runs =
        same.stream().map(this::run).flatMap(Optional::stream).distinct().limit(MOST_RUNS).toList();
    return new org.xsm.workflows.run.Incident(
        id, where(same.get(0)), cause(same.get(0)), same.size(), since, runs);
  }

  private Optional<RunId> run(Incident incident) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult())
        .map(ProcessInstance::getBusinessKey)
        .map(RunId::new);
  }

  @Override
  public Verdict retry(String incident, Person by) {
    if (!by.mayOperate()) {
      return Verdict.refused(Why.NOT_ALLOWED, "Only operators and admins may try again.");
    }
    List<Incident> same = byFailure().getOrDefault(incident, List.of());
    if (same.isEmpty()) {
      return Verdict.refused(Why.UNKNOWN, "Nothing stands still by this failure any more.");
    }
    LOG.info("{} has {} tried again, {} times", by.name(), where(same.get(0)), same.size());
    same.forEach(this::retry);
    return Verdict.taken();
  }

  private void retry(Incident incident) {
    if (incident.getIncidentType().equals(Incident.EXTERNAL_TASK_HANDLER_TYPE)) {
      tasks.setRetries(incident.getConfiguration(), 1);
    } else {
      jobs.setJobRetries(incident.getConfiguration(), 1);
    }
  }
}
