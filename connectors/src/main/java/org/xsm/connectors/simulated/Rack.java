package org.xsm.connectors.simulated;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xsm.workflows.site.HostAddress;

/** The machines of the simulated site, one at each address; nothing is made by asking for one. */
final class Rack {
  private final Map<HostAddress, BareMachine> machines = new ConcurrentHashMap<>();
  private final Path folder;
  private final SimulatedSettings settings;
  private final Clock clock;
  private final ImageLink link;

  /**
   * @param folder the site's folder
   */
  Rack(Path folder, SimulatedSettings settings, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    link = new ImageLink(folder.resolve("transfers"), settings.castWait());
  }

  BareMachine at(HostAddress address) {
    return machines.computeIfAbsent(
        address, host -> new BareMachine(folder.resolve(host.value()), settings, clock, link));
  }
}
