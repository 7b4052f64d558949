package org.xsm.engine.scenario;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.journey.Caller;
import org.xsm.engine.journey.Rehearsal;

/** What the verbs of one scenario share: its manager, its hosts, and its runs by their names. */
final class Theatre {
  private static final int PATIENCE = 240;

  private final Scenario scenario;
  private final Rehearsal rehearsal;
  private final Map<String, String> runs = new LinkedHashMap<>();

  Theatre(Scenario scenario, Rehearsal rehearsal) {
    this.scenario = scenario;
    this.rehearsal = rehearsal;
  }

  Scenario scenario() {
    return scenario;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  /** The ids of its runs by the names that the script has given them, oldest first. */
  Map<String, String> runs() {
    return runs;
  }

  /** The id of the run that the line names next. */
  String run(Line line) {
    String id = runs.get(line.next("the name of a run"));
    if (id == null) {
      throw line.fault("one of the runs " + runs.keySet());
    }
    return id;
  }

  /** The address of the host that the line names next, by its number. */
  String address(Line line) {
    return scenario.host(line.number("the number of a host"));
  }

  SimulatedHost host(String address) {
    return rehearsal.host(address);
  }

  Caller person(String name) {
    return rehearsal.of(name, rehearsal.password(name));
  }

  /** The answer must have this status; the rest of the line may name another. */
  static void check(Line line, Caller.Reply reply, int usual) {
    int wanted = line.takes("->") ? line.number("a status of HTTP") : usual;
    line.end();
    if (reply.status() != wanted) {
      throw new AssertionError(
          line + ": expected HTTP " + wanted + ", was " + reply.status() + ": " + reply.text());
    }
  }

  /** Waits until the run is as the line says. */
  JsonNode await(Line line, String run, Predicate<JsonNode> reached) {
    return until(line, () -> rehearsal.run(run), reached);
  }

  <T> T until(
      Line line, java.util.concurrent.Callable<T> look, java.util.function.Predicate<T> reached) {
    return Awaitility.await(line.toString())
        .atMost(PATIENCE, SECONDS)
        .pollInterval(250, MILLISECONDS)
        .until(look, reached::test);
  }
}
