package org.xsm.workflows.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.site.HostAddress;

/**
 * Decides which ready steps may start now, and by which limit the others are held back. Pure;
 * whoever asks holds the lock under which the running steps were counted.
 */
public final class Slots {
  /** A step that could start, in one run. */
  public record Candidate(RunId run, StepId step, HostAddress host) {}

  /**
   * What was decided.
   *
   * @param start the steps that may start, those first whose hosts have least to do
   * @param held the limit that each other step waits for
   */
  public record Choice(List<Candidate> start, Map<Candidate, String> held) {}

  private Slots() {}

  /**
   * @param ready in the order in which they should start
   * @param running how many steps run on each host now
   */
  public static Choice choose(
      List<Candidate> ready, Map<HostAddress, Integer> running, Limits limits) {
    Map<HostAddress, Integer> perHost = new HashMap<>(running);
    int all = running.values().stream().mapToInt(Integer::intValue).sum();
    List<Candidate> start = new ArrayList<>();
    Map<Candidate, String> held = new LinkedHashMap<>();
    for (Candidate candidate : fairly(ready, running)) {
      if (all + start.size() >= limits.stepsAtOnce()) {
        held.put(candidate, Limits.STEPS_AT_ONCE);
      } else if (perHost.getOrDefault(candidate.host(), 0) >= limits.commandsPerHost()) {
        held.put(candidate, Limits.COMMANDS_PER_HOST);
      } else {
        start.add(candidate);
        perHost.merge(candidate.host(), 1, Integer::sum);
      }
    }
    return new Choice(start, held);
  }

  /**
   * The same candidates, so that every host gets its first step before any gets its second: what
   * one host can only do one after the other must not take the slots that keep others busy.
   */
  private static List<Candidate> fairly(List<Candidate> ready, Map<HostAddress, Integer> running) {
    Map<HostAddress, Integer> queued = new HashMap<>(running);
    Map<Candidate, Integer> places = new HashMap<>();
    ready.forEach(
        candidate -> places.put(candidate, queued.merge(candidate.host(), 1, Integer::sum)));
    return ready.stream().sorted(Comparator.comparing(places::get)).toList();
  }
}
