package org.xsm.engine.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.context.TestPropertySource;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;

/**
 * The scenario folders that begin with {@code policy four-eyes}, on a manager with that policy and
 * with the table {@code scenarios/rainy-day.dmn}, which settles some troubles without asking.
 */
@OnRunningSite
@TestPropertySource(
    properties = {
      "xsm.approval.policy=four-eyes",
      "xsm.rainy-day.table=src/test/resources/scenarios/rainy-day.dmn",
      "camunda.bpm.generate-unique-process-engine-name=true"
    })
class FourEyesScenariosTest {
  private final Rehearsal rehearsal;

  FourEyesScenariosTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @TestFactory
  Stream<DynamicTest> scenarios() {
    return new Season(rehearsal).of("four-eyes");
  }
}
