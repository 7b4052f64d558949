package org.xsm.webtasks.views.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.forecast.Timetable;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.site.HostAddress;

/** Puts the steps of a host that run at the same time beside each other. */
final class Lanes {
  private final Map<HostAddress, List<Duration>> free = new HashMap<>();
  private final Map<HostAddress, Map<StepId, Integer>> lanes = new HashMap<>();

  /** To be called with steps in the order in which they start. */
  void add(HostAddress host, Timetable.Entry entry) {
    List<Duration> ends = free.computeIfAbsent(host, none -> new ArrayList<>());
    int lane = 0;
    while (lane < ends.size() && ends.get(lane).compareTo(entry.start()) > 0) {
      lane++;
    }
    if (lane == ends.size()) {
      ends.add(entry.end());
    } else {
      ends.set(lane, entry.end());
    }
    lanes.computeIfAbsent(host, none -> new HashMap<>()).put(entry.step().id(), lane);
  }

  int lane(HostAddress host, StepId step) {
    return lanes.get(host).get(step);
  }

  int count(HostAddress host) {
    return free.get(host).size();
  }
}
