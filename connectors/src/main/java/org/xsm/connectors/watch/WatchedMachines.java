package org.xsm.connectors.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.BareHost;

/**
 * Watches real machines: reads the boot server's logs round by round, hears what installers report,
 * and remembers how far each machine has come since its way began. What it knows outlives the
 * manager.
 */
public final class WatchedMachines implements MachineWatch {
  private final WatchedLogs logs;
  private final Ways ways;
  private final WatchFile file;
  private final Warnings warnings;

  /** Held by who reads the logs; who looks does not wait for that. */
  private final ReentrantLock reading = new ReentrantLock();

  /**
   * @param folder {@code HOME/data/machines}, where it is kept what was seen
   */
  WatchedMachines(WatchedLogs logs, Path folder, Clock clock) {
    this.logs = logs;
    this.ways = new Ways(clock);
    this.file = new WatchFile(folder.resolve("watch.json"));
    this.warnings = new Warnings(clock);
    WatchFile.Kept kept = file.read();
    logs.goOn(kept.logs());
    ways.goOn(kept.ways(), kept.strangers());
  }

  /**
   * {@inheritDoc} Reads the logs to their ends first, since what stands there now is of an earlier
   * way.
   */
  @Override
  public void begin(MachineTarget target) {
    reading.lock();
    try {
      if (!ways.hasBegun(target)) {
        logs.finish(ways::see);
        ways.begin(target);
      }
      keep();
    } finally {
      reading.unlock();
    }
  }

  @Override
  public Progress look(BareHost machine) {
    return ways.look(machine);
  }

  @Override
  public List<Stranger> strangers() {
    return ways.strangers();
  }

  /** Takes what an installer reports. */
  void hear(Sighting report) {
    ways.see(report);
  }

  /**
   * Reads what was added to the logs since the last round. One that cannot be read is warned of
   * where some machine is on its way. What the manager's stop has cut short, the next one does.
   */
  void round() {
    reading.lock();
    try {
      Map<ServerPath, String> unread = logs.read(ways::see);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (!ways.list().isEmpty()) {
        unread.forEach((log, why) -> warnings.warn(log.value(), why));
      }
      keep();
    } finally {
      reading.unlock();
    }
  }

  private void keep() {
    file.write(new WatchFile.Kept(logs.positions(), ways.list(), ways.strangers()));
  }
}
