package org.xsm.engine.process;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.run.EventKind;

/** Writes into the journal which row of the rainy-day table was applied to a step in trouble. */
public final class RowsFired extends AbstractProcessEnginePlugin
    implements DmnDecisionTableEvaluationListener {
  private final Journal journal;

  public RowsFired(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
    tables.setCustomPostDecisionTableEvaluationListeners(List.of(this));
    configuration.setDmnEngineConfiguration(tables);
  }

  @Override
  public void notify(DmnDecisionTableEvaluationEvent event) {
    boolean inStep =
        event.getDecisionTable().getKey().equals(Names.RAINY_DAY_TABLE)
            && Context.getBpmnExecutionContext() != null;
    if (inStep) {
      event.getMatchingRules().forEach(this::record);
    }
  }

  private void record(DmnEvaluatedDecisionRule rule) {
    DelegateExecution execution = Context.getBpmnExecutionContext().getExecution();
    journal.record(
        RunDelegate.run(execution),
        RunDelegate.step(execution),
        MANAGER,
        EventKind.RULE_APPLIED,
        "Row " + rule.getId() + " of the rainy-day table: " + words(rule.getOutputEntries()));
  }

  private static String words(Map<String, DmnEvaluatedOutput> outputs) {
    String action =
        Stream.of("action", "after")
            .map(outputs::get)
            .filter(output -> output != null && output.getValue().getValue() != null)
            .map(output -> output.getValue().getValue().toString())
            .collect(Collectors.joining(" "));
    return action + ". " + outputs.get("verdict").getValue().getValue();
  }
}
