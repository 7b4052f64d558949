package org.xsm.connectors.watch;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Unanswered;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostName;

/** The ways of all machines that have begun one, and the strangers beside them. */
final class Ways {
  private final Map<HostName, Way> ways = new LinkedHashMap<>();
  private final Strangers strangers;

  Ways(Clock clock) {
    strangers = new Strangers(clock);
  }

  synchronized void goOn(List<Way> remembered, List<Stranger> seen) {
    remembered.forEach(way -> ways.put(way.name(), way));
    strangers.goOn(seen);
  }

  synchronized boolean hasBegun(MachineTarget target) {
    Way way = ways.get(target.machine().name());
    return way != null && way.isOf(target);
  }

  /** The machine's way begins; who had its name, network card or address before has none. */
  synchronized void begin(MachineTarget target) {
    Way begun = Way.begun(target);
    ways.values().removeIf(begun::crosses);
    ways.put(begun.name(), begun);
    strangers.forget(begun.mac());
  }

  synchronized void see(Sighting sighting) {
    boolean known = false;
    for (Map.Entry<HostName, Way> entry : ways.entrySet()) {
      if (entry.getValue().meets(sighting.trace())) {
        entry.setValue(entry.getValue().after(sighting));
        known = true;
      }
    }
    if (!known && sighting instanceof Unanswered asked) {
      strangers.see(asked);
    }
  }

  synchronized Progress look(BareHost machine) {
    Way way = ways.get(machine.name());
    return way != null && way.isOf(machine) ? way.progress() : Progress.NONE;
  }

  synchronized List<Way> list() {
    return List.copyOf(ways.values());
  }

  synchronized List<Stranger> strangers() {
    return strangers.list();
  }
}
