package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the approval policies about every sort of plan. */
class PolicyTablesTest {
  /** Plans as the policies tell them apart. */
  enum SortOfPlan {
    CREATES(4, 0, 0, 0, "none"),
    CREATES_WITH_FINDINGS(4, 0, 0, 2, "none"),
    RETIRES(0, 1, 0, 0, "downtime"),
    BOTH(3, 1, 0, 0, "downtime"),
    COLD_MOVES(0, 0, 2, 0, "downtime"),
    LOSES_DATA(1, 0, 0, 0, "data-loss"),
    MASS_CHANGE(0, 9, 0, 1, "downtime"),
    MASS_CHANGE_AND_CREATES(9, 9, 0, 1, "downtime");

    private final Map<String, Object> facts;

    SortOfPlan(int creates, int retires, int downtimes, int findings, String cost) {
      facts =
          Map.of(
              "creates", creates,
              "retires", retires,
              "moves", downtimes,
              "restarts", 0,
              "downtimes", downtimes,
              "cost", cost,
              "massChange", retires == 9,
              "findings", findings,
              "submittedBy", "file:root@domain.com");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "approval-policy,              CREATES,                 PlainChange,        1, true",
    "approval-policy,              CREATES_WITH_FINDINGS,   ChangeWithFindings, 1, true",
    "approval-policy,              RETIRES,                 PlainChange,        1, true",
    "approval-policy,              BOTH,                    PlainChange,        1, true",
    "approval-policy,              COLD_MOVES,              PlainChange,        1, true",
    "approval-policy,              LOSES_DATA,              DataLoss,           2, false",
    "approval-policy,              MASS_CHANGE,             MassChange,         1, false",
    "approval-policy,              MASS_CHANGE_AND_CREATES, MassChange,         1, false",
    "approval-policy-auto-approve, CREATES,                 OnlyCreates,        0, true",
    "approval-policy-auto-approve, CREATES_WITH_FINDINGS,   OnlyCreates,        0, true",
    "approval-policy-auto-approve, RETIRES,                 FewRetires,         0, true",
    "approval-policy-auto-approve, BOTH,                    FewRetires,         0, true",
    "approval-policy-auto-approve, COLD_MOVES,              Downtime,           1, true",
    "approval-policy-auto-approve, LOSES_DATA,              DataLoss,           1, false",
    "approval-policy-auto-approve, MASS_CHANGE,             MassChange,         1, false",
    "approval-policy-auto-approve, MASS_CHANGE_AND_CREATES, MassChange,         1, false",
    "approval-policy-four-eyes,    CREATES,                 PlainChange,        1, false",
    "approval-policy-four-eyes,    CREATES_WITH_FINDINGS,   ChangeWithFindings, 1, false",
    "approval-policy-four-eyes,    RETIRES,                 PlainChange,        1, false",
    "approval-policy-four-eyes,    BOTH,                    PlainChange,        1, false",
    "approval-policy-four-eyes,    COLD_MOVES,              PlainChange,        1, false",
    "approval-policy-four-eyes,    LOSES_DATA,              DataLoss,           2, false",
    "approval-policy-four-eyes,    MASS_CHANGE,             MassChange,         2, false",
    "approval-policy-four-eyes,    MASS_CHANGE_AND_CREATES, MassChange,         2, false",
  })
  void a_policy_says_how_many_approve_and_whether_the_submitter_may(
      String policy, SortOfPlan plan, String rule, int approvals, boolean submitterMayApprove) {
    Table table = Table.open(policy);
    assertThat(table.ask(plan.facts))
        .containsEntry("approvals", approvals)
        .containsEntry("submitterMayApprove", submitterMayApprove)
        .containsEntry("group", "approver");
    assertThat(table.firedRule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"approval-policy", "approval-policy-auto-approve", "approval-policy-four-eyes"})
  void a_plan_that_is_not_fully_described_meets_the_strictest_rule(String policy) {
    Table table = Table.open(policy);
    Object mostApprovals = table.ask(SortOfPlan.LOSES_DATA.facts).get("approvals");
    for (String unknown :
        Set.of(
            "creates", "retires", "downtimes", "cost", "massChange", "findings", "submittedBy")) {
      Map<String, Object> facts = new HashMap<>(SortOfPlan.CREATES.facts);
      facts.put(unknown, null);
      assertThat(table.ask(facts))
          .containsEntry("approvals", mostApprovals)
          .containsEntry("submitterMayApprove", false);
      assertThat(table.firedRule()).as("without %s", unknown).isEqualTo("AnythingElse");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"approval-policy", "approval-policy-auto-approve", "approval-policy-four-eyes"})
  void numbers_that_cannot_be_meet_the_strictest_rule(String policy) {
    Table table = Table.open(policy);
    for (String wrong : Set.of("creates", "retires", "downtimes", "findings")) {
      Map<String, Object> facts = new HashMap<>(SortOfPlan.BOTH.facts);
      facts.put(wrong, -1);
      table.ask(facts);
      assertThat(table.firedRule()).as("with %s = -1", wrong).isEqualTo("AnythingElse");
    }
  }
}
