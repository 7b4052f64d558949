package org.xsm.engine.process;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
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
    implements DmnDecisionEvaluationListener {
  private final Journal journal;

  public RowsFired(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
    tables.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(this)));
    configuration.setDmnEngineConfiguration(tables);
  }

  @Override
  public void notify(DmnDecisionEvaluationEvent event) {
    if (event.getDecisionResult() instanceof DmnDecisionTableEvaluationEvent table
        && table.getDecisionTable().getKey().equals(Names.RAINY_DAY_TABLE)
        && Context.getBpmnExecutionContext() != null) {
      Optional<String> last = lastRow(event, table);
      table.getMatchingRules().forEach(rule -> record(rule, last));
    }
  }

  private void record(DmnEvaluatedDecisionRule rule, Optional<String> last) {
    DelegateExecution execution = Context.getBpmnExecutionContext().getExecution();
    String row =
        last.map(id -> "Row " + id + " of the table for tries that are used up: ")
            .orElse("Row " + rule.getId() + " of the rainy-day table: ");
    journal.record(
        RunDelegate.run(execution),
        RunDelegate.step(execution),
        MANAGER,
        EventKind.RULE_APPLIED,
        row + words(rule.getOutputEntries()));
  }

  /** The row of the second table, if the first has taken its answer from there. */
  private static Optional<String> lastRow(
      DmnDecisionEvaluationEvent event, DmnDecisionTableEvaluationEvent table) {
    Object verdict =
        table.getMatchingRules().get(0).getOutputEntries().get("verdict").getValue().getValue();
    return event.getRequiredDecisionResults().stream()
        .filter(DmnDecisionTableEvaluationEvent.class::isInstance)
        .flatMap(used -> ((DmnDecisionTableEvaluationEvent) used).getMatchingRules().stream())
        .filter(
            rule ->
                Optional.ofNullable(rule.getOutputEntries().get("lastVerdict"))
                    .filter(last -> last.getValue().getValue().equals(verdict))
                    .isPresent())
        .map(DmnEvaluatedDecisionRule::getId)
        .findFirst();
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
