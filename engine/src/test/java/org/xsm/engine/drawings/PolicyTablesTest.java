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
    CREATES(4, 0, 0),
    CREATES_WITH_FINDINGS(4, 0, 2),
    RETIRES(0, 1, 0),
    BOTH(3, 1, 0),
    MASS_CHANGE(0, 9, 1),
    MASS_CHANGE_AND_CREATES(9, 9, 1);

    private final Map<String, Object> facts;

    SortOfPlan(int creates, int retires, int findings) {
      facts =
          Map.of(
              "creates", creates,
              "retires", retires,
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
    "approval-policy,              MASS_CHANGE,             MassChange,         1, false",
    "approval-policy,              MASS_CHANGE_AND_CREATES, MassChange,         1, false",
    "approval-policy-auto-approve, CREATES,                 OnlyCreates,        0, true",
    "approval-policy-auto-approve, CREATES_WITH_FINDINGS,   OnlyCreates,        0, true",
    "approval-policy-auto-approve, RETIRES,                 FewRetires,         0, true",
    "approval-policy-auto-approve, BOTH,                    FewRetires,         0, true",
    "approval-policy-auto-approve, MASS_CHANGE,             MassChange,         1, false",
    "approval-policy-auto-approve, MASS_CHANGE_AND_CREATES, MassChange,         1, false",
    "approval-policy-four-eyes,    CREATES,                 PlainChange,        1, false",
    "approval-policy-four-eyes,    CREATES_WITH_FINDINGS,   ChangeWithFindings, 1, false",
    "approval-policy-four-eyes,    RETIRES,                 PlainChange,        1, false",
    "approval-policy-four-eyes,    BOTH,                    PlainChange,        1, false",
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
    Object mostApprovals = table.ask(SortOfPlan.MASS_CHANGE.facts).get("approvals");
    for (String unknown : Set.of("creates", "retires", "massChange", "findings", "submittedBy")) {
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
    for (String wrong : Set.of("creates", "retires", "findings")) {
      Map<String, Object> facts = new HashMap<>(SortOfPlan.BOTH.facts);
      facts.put(wrong, -1);
      table.ask(facts);
      assertThat(table.firedRule()).as("with %s = -1", wrong).isEqualTo("AnythingElse");
    }
  }
}
