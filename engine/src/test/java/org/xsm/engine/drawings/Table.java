package org.xsm.engine.drawings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One of the product's decision tables, opened to be asked without a process around it. */
final class Table {
  private final List<String> fired = new ArrayList<>();
  private final DmnModelInstance model;
  private final DmnEngine engine;
  private final DmnDecision decision;

  private Table(String file) {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
    model = read(file);
    engine = configuration.buildEngine();
    decision = engine.parseDecision(decisionElement().getId(), model);
  }

  static Table open(String file) {
    return new Table(file);
  }

  private static DmnModelInstance read(String file) {
    try (InputStream stream = Table.class.getResourceAsStream("/dmn/" + file + ".dmn")) {
      return Dmn.readModelFromStream(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(DmnDecisionTableEvaluationEvent event) {
    event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(fired::add);
  }

  DmnModelInstance model() {
    return model;
  }

  Decision decisionElement() {
    return model.getModelElementsByType(Decision.class).iterator().next();
  }

  /** What the table answers; fails when it answers nothing or several things. */
  Map<String, Object> ask(Map<String, Object> facts) {
    return engine.evaluateDecisionTable(decision, facts).getSingleResult().getEntryMap();
  }

  /** The rule that gave the latest answer, also where it was taken from the table below. */
  String firedRule() {
    String last = fired.get(fired.size() - 1);
    return last.endsWith("UsedUp") ? fired.get(fired.size() - 2) : last;
  }

  List<String> rules() {
    return model.getModelElementsByType(Rule.class).stream().map(Rule::getId).toList();
  }
}
