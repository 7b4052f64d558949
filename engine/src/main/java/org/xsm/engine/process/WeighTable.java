package org.xsm.engine.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.xsm.workflows.run.Choice;

/**
 * Turns the answer of the rainy-day table into the way that the step goes. What the step cannot do,
 * or what a person must answer for, is asked about.
 */
public final class WeighTable implements JavaDelegate {
  private static final String ASK = "ask";
  private static final String SETTLED = "settled";

  @Override
  public void execute(DelegateExecution execution) {
    Map<?, ?> row = (Map<?, ?>) execution.getVariable(Names.RAINY_DAY);
    String action = String.valueOf(row.get("action"));
    if (action.equals(Choice.TRY_AGAIN.label()) && row.get("after") != null) {
      execution.setVariable(Names.NEXT, action);
    } else {
      settle(execution, Choice.find(action));
    }
  }

  private static void settle(DelegateExecution execution, Optional<Choice> wanted) {
    Choices choices = new Choices(execution.getVariables());
    Optional<Choice> possible = wanted.filter(choices::mayBeSettled);
    execution.setVariable(Names.NEXT, possible.isPresent() ? SETTLED : ASK);
    possible.ifPresent(
        choice -> execution.setVariables(choices.variables(choice, "the rainy-day table")));
  }
}
