package org.xsm.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;
import org.xsm.engine.journey.SiteText;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.StepState;

/** Answers to tasks that were taken away while they were worked on. */
@OnRunningSite
class LateAnswerTest {
  private static final StepId STEP = new StepId("create-vm:l1");

  private final Rehearsal rehearsal;
  private final Answers answers;
  private final JdbcSteps steps;

  LateAnswerTest(Rehearsal rehearsal, Answers answers, JdbcSteps steps) {
    this.rehearsal = rehearsal;
    this.answers = answers;
    this.steps = steps;
  }

  @Test
  void what_comes_when_nobody_waits_any_more_does_not_bring_a_step_back_to_life() {
    String run = rehearsal.apply(SiteText.of("late").with("l1", "10.9.77.1"));
    rehearsal.awaitState(run, "applied");

    answers.progress(late(run), "the guest has heard");

    assertThat(steps.state(new RunId(run), STEP)).isEqualTo(StepState.DONE);
    JsonNode found = rehearsal.awaitState(run, "applied");
    assertThat(found.get("journal").toString()).doesNotContain("the guest has heard");
  }

  private static Job late(String run) {
    return new Job(
        "a task that is gone",
        "xen.shutdown",
        new RunId(run),
        Optional.of(STEP),
        "",
        "",
        "",
        true,
        false,
        1,
        0,
        Optional.empty());
  }
}
