package org.xsm.engine.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.Incident;
import org.xsm.engine.process.Names;
import org.xsm.workflows.run.Drawing;
import org.xsm.workflows.run.RunId;

/** Finds the process instance of a run or a step, and where in its drawing it stands. */
final class Drawings {
  private final HistoryService history;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  Drawings(HistoryService history, RepositoryService repository, RuntimeService runtime) {
    this.history = history;
    this.repository = repository;
    this.runtime = runtime;
  }

  Optional<Drawing> find(RunId run, Optional<String> step) {
    HistoricProcessInstanceQuery query =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(run.value());
    step.ifPresentOrElse(
        id -> query.variableValueEquals(Names.STEP_ID, id),
        () -> query.processDefinitionKey(Names.PROVISION_SITE));
    return query.orderByProcessInstanceStartTime().desc().listPage(0, 1).stream()
        .findFirst()
        .map(this::drawing);
  }

  private Drawing drawing(HistoricProcessInstance instance) {
    List<HistoricActivityInstance> activities =
        history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list();
    Set<String> failed =
        runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
            .map(Incident::getActivityId)
            .collect(Collectors.toSet());
    return new Drawing(
        model(instance.getProcessDefinitionId()),
        ids(activities, activity -> activity.getEndTime() == null),
        ids(activities, activity -> activity.getEndTime() != null),
        failed);
  }

  private static Set<String> ids(
      List<HistoricActivityInstance> activities, Predicate<HistoricActivityInstance> which) {
    return activities.stream()
        .filter(which)
        .map(HistoricActivityInstance::getActivityId)
        .collect(Collectors.toSet());
  }

  private String model(String definition) {
    try (InputStream bpmn = repository.getProcessModel(definition)) {
      return new String(bpmn.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
