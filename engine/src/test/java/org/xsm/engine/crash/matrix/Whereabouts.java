package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xsm.engine.crash.matrix.Hosts.Act;

/** Where each VM has run in the course of time, as the hosts' own record says. */
final class Whereabouts {
  private final Map<String, Set<String>> running = new HashMap<>();

  /** At no moment did two copies of a VM run. */
  static void check(List<Act> acts) {
    Whereabouts whereabouts = new Whereabouts();
    acts.forEach(whereabouts::follow);
  }

  private void follow(Act act) {
    Set<String> hosts = running.computeIfAbsent(act.effect().uuid(), none -> new TreeSet<>());
    switch (act.effect().verb()) {
      case "create" -> {
        assertThat(hosts).as("where %s runs already: %s", act.effect().name(), act).isEmpty();
        hosts.add(act.host());
      }
      case "migrate-receive" -> {
        assertThat(hosts)
            .as("where %s comes from: %s", act.effect().name(), act)
            .hasSize(1)
            .doesNotContain(act.host());
        hosts.clear();
        hosts.add(act.host());
      }
      case "destroy", "ended" -> hosts.remove(act.host());
      default -> {}
    }
  }
}
