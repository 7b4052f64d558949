package org.xsm.engine.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;

/** The scenario folders on a manager as it comes. */
@OnRunningSite
class ScenariosTest {
  private final Rehearsal rehearsal;

  ScenariosTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @TestFactory
  Stream<DynamicTest> scenarios() {
    return new Season(rehearsal).of("default");
  }
}
