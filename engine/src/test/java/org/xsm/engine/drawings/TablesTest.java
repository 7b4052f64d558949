package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every decision table to what the engine and the house need. */
class TablesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "approval-policy",
        "approval-policy-auto-approve",
        "approval-policy-four-eyes",
        "rainy-day",
        "transfer-method"
      })
  void a_table_is_valid_explained_bounded_in_history_and_fails_closed(String file) {
    Table table = Table.open(file);
    Dmn.validateModel(table.model());
    Decision decision = table.decisionElement();
    assertThat(decision.getId()).isIn(Vocabulary.DECISIONS);
    assertThat(file).startsWith(decision.getId());
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
    assertThat(decision.getDescription().getTextContent()).hasSizeGreaterThan(50);
    assertLastRuleTakesTheRest(table);
  }

  private static void assertLastRuleTakesTheRest(Table table) {
    DecisionTable sheet =
        table.model().getModelElementsByType(DecisionTable.class).iterator().next();
    assertThat(sheet.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
    List<Rule> rules = List.copyOf(sheet.getRules());
    assertThat(rules.get(rules.size() - 1).getInputEntries())
        .extracting(InputEntry::getTextContent)
        .allMatch(String::isBlank);
  }
}
