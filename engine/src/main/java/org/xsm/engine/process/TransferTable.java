package org.xsm.engine.process;

import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.xsm.workflows.plan.TransferChoice;
import org.xsm.workflows.site.TransferMethod;

/**
 * Looks up in a decision table how an image reaches machines that leave it to us, by their number.
 */
final class TransferTable implements TransferChoice {
  private static final String DECISION = "transfer-method";

  private final DecisionService decisions;

  TransferTable(DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public TransferMethod choose(int machines) {
    Object answer =
        decisions
            .evaluateDecisionTableByKey(DECISION, Map.of("machines", machines))
            .getSingleResult()
            .getSingleEntry();
    return Arrays.stream(TransferMethod.values())
        .filter(method -> method != TransferMethod.AUTO)
        .filter(method -> method.label().equals(answer))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ("The table of xsm.transfer.table answers '%s' for %d machines. Let it answer"
                            + " unicast, multicast or broadcast.")
                        .formatted(answer, machines)));
  }
}
