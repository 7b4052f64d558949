package org.xsm.connectors.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.machine.Sighting.Unanswered;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.MacAddress;

/**
 * Remembers strangers. Anybody can call himself by as many network cards as he likes, so only those
 * that were seen last are kept.
 */
final class Strangers {
  static final int MOST = 500;

  private final Clock clock;

  /** In the order in which they were seen last. */
  private final Map<MacAddress, Stranger> seen = new LinkedHashMap<>();

  Strangers(Clock clock) {
    this.clock = clock;
  }

  void goOn(Collection<Stranger> remembered) {
    remembered.forEach(this::keep);
  }

  void see(Unanswered asked) {
    Instant now = clock.instant();
    Stranger before = seen.get(asked.mac());
    keep(
        before == null
            ? new Stranger(asked.mac(), asked.reason(), now, now, 1)
            : before.again(asked.reason(), now));
  }

  void forget(MacAddress mac) {
    seen.remove(mac);
  }

  List<Stranger> list() {
    return List.copyOf(seen.values());
  }

  private void keep(Stranger stranger) {
    seen.remove(stranger.mac());
    seen.put(stranger.mac(), stranger);
    if (seen.size() > MOST) {
      seen.remove(seen.keySet().iterator().next());
    }
  }
}
