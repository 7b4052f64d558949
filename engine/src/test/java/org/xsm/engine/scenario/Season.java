package org.xsm.engine.scenario;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.xsm.engine.journey.Rehearsal;

/**
 * Performs the scenarios of one policy, several at a time on one manager, since they mostly wait.
 *
 * <p>{@code -Dscenarios.record=true} writes each {@code journal.txt} anew instead of comparing it;
 * then the difference is to be read like any other change. {@code -Dscenarios=NAME,NAME} performs
 * only these.
 */
final class Season {
  private static final int AT_ONCE = 8;
  private static final boolean RECORDS = Boolean.getBoolean("scenarios.record");
  private static final String ONLY = System.getProperty("scenarios", "");

  private final Rehearsal rehearsal;

  Season(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  Stream<DynamicTest> of(String policy) {
    List<Scenario> scenarios =
        Scenario.all().stream()
            .filter(scenario -> scenario.policy().equals(policy))
            .filter(
                scenario -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(scenario.name()))
            .toList();
    rehearsal.awaitFirstLogin();
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    List<DynamicTest> tests = scenarios.stream().map(scenario -> begin(scenario, pool)).toList();
    pool.shutdown();
    return tests.stream();
  }

  private DynamicTest begin(Scenario scenario, ExecutorService pool) {
    CompletableFuture<String> told =
        CompletableFuture.supplyAsync(() -> new Script(scenario, rehearsal).perform(), pool);
    return DynamicTest.dynamicTest(
        scenario.name() + ": " + scenario.about(), () -> judge(scenario, told.join()));
  }

  private static void judge(Scenario scenario, String told) {
    if (RECORDS) {
      scenario.write(Scenario.JOURNAL, told);
      return;
    }
    String expected = scenario.has(Scenario.JOURNAL) ? scenario.read(Scenario.JOURNAL) : "";
    if (!expected.equals(told)) {
      throw new AssertionError(
          scenario.name()
              + "/"
              + Scenario.JOURNAL
              + " says otherwise (- expected, + was):\n"
              + Difference.between(expected.lines().toList(), told.lines().toList()));
    }
  }
}
