package org.xsm.workflows.forecast;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.site.HostAddress;

/**
 * How a plan is expected to go.
 *
 * @param memory of the hosts that it acts on and that have said how much they have
 */
public record Forecast(Timetable timetable, List<HostMemory> memory) {
  public Forecast {
    Objects.requireNonNull(timetable);
    memory = List.copyOf(memory);
  }

  /**
   * @param found what was found when the plan was made
   * @param overhead memory in MiB that Xen needs for a guest beyond the guest's own, at most
   */
  public static Forecast of(Plan plan, Observation found, Limits limits, int overhead) {
    Timetable timetable = Timetable.of(plan, limits);
    return new Forecast(timetable, new Filling(found, overhead).during(timetable));
  }

  public Optional<HostMemory> findMemory(HostAddress host) {
    return memory.stream().filter(each -> each.host().equals(host)).findFirst();
  }
}
