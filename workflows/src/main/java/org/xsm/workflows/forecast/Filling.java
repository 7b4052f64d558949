package org.xsm.workflows.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.site.HostAddress;

/**
 * Follows the memory of hosts through a timetable, counting as the planner does: what a guest needs
 * is taken when its step starts, and what it no longer needs is given back when its step ends. So a
 * VM that moves counts on both hosts.
 */
final class Filling {
  private final int overhead;
  private final Map<HostAddress, HostFound.Up> hosts = new HashMap<>();
  private final Map<HostAddress, SortedMap<Duration, Integer>> changes = new HashMap<>();
  private final Map<UUID, Integer> held = new HashMap<>();

  Filling(Observation found, int overhead) {
    this.overhead = overhead;
    for (HostFound host : found.hosts()) {
      if (host instanceof HostFound.Up up) {
        hosts.put(up.address(), up);
        up.domains().forEach(this::hold);
      }
    }
  }

  private void hold(Domain domain) {
    domain.uuid().ifPresent(uuid -> held.put(uuid, domain.memory()));
  }

  List<HostMemory> during(Timetable timetable) {
    timetable.entries().stream()
        .filter(entry -> entry.step() instanceof VmStep)
        .forEach(entry -> apply((VmStep) entry.step(), entry));
    return changes.keySet().stream().sorted().map(this::levels).toList();
  }

  private void apply(VmStep step, Timetable.Entry when) {
    int before = held.getOrDefault(step.uuid(), step.vm().memory());
    int after = step.vm().memory();
    if (step.kind() == StepKind.RETIRE_VM) {
      change(step.host(), when.end(), -before - overhead);
    } else if (step.from().isPresent()) {
      change(step.host(), when.start(), after + overhead);
      change(step.from().get(), when.end(), -before - overhead);
    } else if (step.kind() == StepKind.CREATE_VM) {
      change(step.host(), when.start(), after + overhead);
    } else {
      change(step.host(), after > before ? when.start() : when.end(), after - before);
    }
    held.put(step.uuid(), after);
  }

  private void change(HostAddress host, Duration when, int memory) {
    if (hosts.containsKey(host)) {
      changes.computeIfAbsent(host, none -> new TreeMap<>()).merge(when, memory, Integer::sum);
    }
  }

  private HostMemory levels(HostAddress host) {
    HostFound.Up up = hosts.get(host);
    int taken = up.totalMemory() - up.freeMemory();
    List<HostMemory.Level> levels = new ArrayList<>();
    levels.add(new HostMemory.Level(Duration.ZERO, taken));
    for (Map.Entry<Duration, Integer> change : changes.get(host).entrySet()) {
      taken += change.getValue();
      levels.add(new HostMemory.Level(change.getKey(), taken));
    }
    return new HostMemory(host, up.totalMemory(), levels);
  }
}
