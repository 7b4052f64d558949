package org.xsm.workflows.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.site.HostAddress;

/**
 * Decides which ready steps may start now, and by which limit the others are held back. Pure;
 * whoever asks holds the lock under which the running steps were counted.
 */
public final class Slots {
  /**
   * A step that could start, in one run.
   *
   * @param vm name of the VM that it is about
   * @param hosts the hosts that it acts on: one, or two for a VM that moves
   */
  public record Candidate(
      RunId run, StepId step, StepKind kind, String vm, List<HostAddress> hosts) {
    public Candidate {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(vm);
      hosts = List.copyOf(hosts);
    }
  }

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
   * @param running the hosts of each step that runs now
   * @param gate what people hold back
   */
  public static Choice choose(
      List<Candidate> ready, List<List<HostAddress>> running, Limits limits, Gate gate) {
    Load load = new Load(limits);
    running.forEach(load::add);
    List<Candidate> start = new ArrayList<>();
    Map<Candidate, String> held = new LinkedHashMap<>();
    for (Candidate candidate : fairly(ready, load)) {
      Optional<String> limit =
          gate.whatHolds(candidate).or(() -> load.whatForbids(candidate.hosts()));
      if (limit.isPresent()) {
        held.put(candidate, limit.get());
      } else {
        start.add(candidate);
        load.add(candidate.hosts());
        gate.pass(candidate);
      }
    }
    return new Choice(start, held);
  }

  /**
   * The same candidates, so that every host gets its first step before any gets its second: what
   * one host can only do one after the other must not take the slots that keep others busy.
   */
  private static List<Candidate> fairly(List<Candidate> ready, Load load) {
    Map<HostAddress, Integer> queued = new HashMap<>(load.steps);
    Map<Candidate, Integer> places = new HashMap<>();
    for (Candidate candidate : ready) {
      candidate.hosts().forEach(host -> queued.merge(host, 1, Integer::sum));
      places.put(candidate, candidate.hosts().stream().mapToInt(queued::get).max().orElse(0));
    }
    return ready.stream().sorted(Comparator.comparing(places::get)).toList();
  }

  /** What the hosts have to do. */
  private static final class Load {
    private final Limits limits;
    private final Map<HostAddress, Integer> steps = new HashMap<>();
    private final Map<HostAddress, Integer> migrations = new HashMap<>();
    private int all;

    private Load(Limits limits) {
      this.limits = limits;
    }

    private void add(List<HostAddress> hosts) {
      all++;
      hosts.forEach(host -> steps.merge(host, 1, Integer::sum));
      if (hosts.size() > 1) {
        hosts.forEach(host -> migrations.merge(host, 1, Integer::sum));
      }
    }

    private Optional<String> whatForbids(List<HostAddress> hosts) {
      if (all >= limits.stepsAtOnce()) {
        return Optional.of(Limits.STEPS_AT_ONCE);
      } else if (isAny(hosts, steps, limits.commandsPerHost())) {
        return Optional.of(Limits.COMMANDS_PER_HOST);
      } else if (hosts.size() > 1 && isAny(hosts, migrations, limits.migrationsPerHost())) {
        return Optional.of(Limits.MIGRATIONS_PER_HOST);
      }
      return Optional.empty();
    }

    private static boolean isAny(
        List<HostAddress> hosts, Map<HostAddress, Integer> counts, int limit) {
      return hosts.stream().anyMatch(host -> counts.getOrDefault(host, 0) >= limit);
    }
  }
}
