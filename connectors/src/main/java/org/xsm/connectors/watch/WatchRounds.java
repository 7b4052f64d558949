package org.xsm.connectors.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.xsm.connectors.systemimager.MonitorServer;

/**
 * Goes the rounds of {@link WatchedMachines} and lets installers report, while the manager runs.
 */
public final class WatchRounds implements SmartLifecycle {
  private static final Duration LAST_ROUND = Duration.ofSeconds(2);

  private final WatchedMachines machines;
  private final Duration interval;
  private final Optional<InetSocketAddress> address;
  private final Warnings warnings;
  private ScheduledExecutorService clock;
  private MonitorServer monitor;

  WatchRounds(WatchedMachines machines, WatchSettings settings, Warnings warnings) {
    this.machines = machines;
    this.interval = settings.interval();
    this.address = settings.monitor();
    this.warnings = warnings;
  }

  @Override
  public void start() {
    address.ifPresent(this::listen);
    clock = Executors.newSingleThreadScheduledExecutor(WatchRounds::daemon);
    long pause = interval.toMillis();
    clock.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void listen(InetSocketAddress where) {
    try {
      monitor = MonitorServer.listen(where, machines::hear);
    } catch (IOException taken) {
      throw new UncheckedIOException(
          ("Nobody can listen to installers at %s (%s). Is another monitor running there?"
                  + " Set xsm.boot.watch.monitor-address and -port.")
              .formatted(where, taken.getMessage()),
          taken);
    }
  }

  private void round() {
    try {
      machines.round();
    } catch (RuntimeException broken) {
      warnings.warn("round", "Their logs were not read, or what was seen not kept: " + broken);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "machine-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void stop() {
    if (monitor != null) {
      close(monitor);
    }
    clock.shutdown();
    try {
      clock.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    clock.shutdownNow();
  }

  private static void close(MonitorServer monitor) {
    try {
      monitor.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("the monitor of installers cannot be closed", broken);
    }
  }

  @Override
  public boolean isRunning() {
    return clock != null && !clock.isShutdown();
  }
}
