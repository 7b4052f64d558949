package org.xsm.engine.drawings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.io.ClassPathResource;
import org.xsm.engine.process.WeighTable;

/**
 * A real engine on a database in memory, with the product's drawings and tables, on which our own
 * parts are stand-ins and jobs run only when they are told to. A test class registers one as its
 * extension, which closes it in the end.
 */
final class Stage implements AfterAllCallback {
  private final Footprints footprints = new Footprints();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, JavaDelegate> parts = new HashMap<>();
  private final ProcessEngine engine = configuration().buildProcessEngine();

  static Stage open() {
    Stage stage = new Stage();
    stage.deploy("bpmn/provision-site.bpmn", "bpmn/create-vm.bpmn", "bpmn/retire-vm.bpmn");
    stage.deploy("bpmn/reconfigure-vm.bpmn", "bpmn/migrate-vm.bpmn");
    stage.deploy("bpmn/deploy-host.bpmn", "bpmn/retire-host.bpmn");
    stage.deploy("dmn/approval-policy.dmn", "dmn/rainy-day.dmn");
    return stage;
  }

  private ProcessEngineConfigurationImpl configuration() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("drawings-" + UUID.randomUUID());
    configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
    configuration.setJobExecutorActivate(false);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setSkipOutputMappingOnCanceledActivities(true);
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(footprints)));
    configuration.getCustomHistoryEventHandlers().add(footprints);
    configuration.setBeans(
        Vocabulary.PARTS.stream().collect(Collectors.toMap(Function.identity(), this::standIn)));
    return configuration;
  }

  /** What needs nothing but the process itself plays itself. */
  private JavaDelegate standIn(String part) {
    return part.equals("weighTable") ? new WeighTable() : execution -> call(part, execution);
  }

  private void call(String part, DelegateExecution execution) throws Exception {
    calls.add(part);
    parts.getOrDefault(part, nothing -> {}).execute(execution);
  }

  /** From now on the part does this. */
  void play(String part, JavaDelegate played) {
    parts.put(part, played);
  }

  /** Our own parts that were called, in order, since the latest start of a process. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  Walk start(String process, Map<String, Object> variables) {
    calls.clear();
    return new Walk(
        engine, engine.getRuntimeService().startProcessInstanceByKey(process, variables).getId());
  }

  /** Puts files of the product on the stage; what they replace comes back with the undoing. */
  AutoCloseable deploy(String... files) {
    var builder = engine.getRepositoryService().createDeployment();
    Arrays.stream(files).forEach(builder::addClasspathResource);
    Deployment deployment = builder.deploy();
    return () -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  /** Puts a table on the stage in which one text stands for another. */
  AutoCloseable deployTable(String table, String text, String other) throws IOException {
    String file = "dmn/" + table + ".dmn";
    String changed =
        new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8).replace(text, other);
    Deployment deployment =
        engine.getRepositoryService().createDeployment().addString(file, changed).deploy();
    return () -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  Footprints footprints() {
    return footprints;
  }

  @Override
  public void afterAll(ExtensionContext ended) {
    engine.close();
  }
}
