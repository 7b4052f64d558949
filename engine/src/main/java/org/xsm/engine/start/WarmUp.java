package org.xsm.engine.start;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Reads the decision tables once when the start is over: the first reading loads the expression
 * language, which takes over a second, and the first person who drops a file should not wait for
 * it.
 */
class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final RepositoryService repository;

  WarmUp(RepositoryService repository) {
    this.repository = repository;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    Thread thread = new Thread(this::readTables, "xsm-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private void readTables() {
    try {
      read(
          "approval-policy",
          Map.of(
              "creates", 1, "retires", 0, "massChange", false, "findings", 0, "submittedBy", ""));
      read(
          "rainy-day", Map.of("stepKind", "", "troubleKind", "", "troubleText", "", "failures", 1));
    } catch (RuntimeException unreadable) {
      LOG.warn("A decision table could not be read ahead of its use: {}", unreadable.toString());
    }
  }

  private void read(String table, Map<String, Object> inputs) {
    String id =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult()
            .getId();
    DmnEngine tables = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    tables.evaluateDecision(tables.parseDecision(table, repository.getDecisionModel(id)), inputs);
  }
}
