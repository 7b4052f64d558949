package org.xsm.engine.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.camunda.TableFiles;
import org.xsm.engine.process.StepLedger;

/**
 * Lets steps go on that wait for nothing but time to pass, or a file to be removed, and has
 * decision tables taken over whose files were replaced.
 */
final class Pulse implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration BEAT = Duration.ofSeconds(2);

  private final StepLedger ledger;
  private final TransactionTemplate transaction;
  private final TableFiles tables;
  private ScheduledExecutorService clock;

  Pulse(StepLedger ledger, TransactionTemplate transaction, TableFiles tables) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.tables = tables;
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Override
  public void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(task -> TaskWorker.daemon(task, "xsm-pulse"));
    clock.scheduleWithFixedDelay(
        this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      tables.look();
      transaction.executeWithoutResult(status -> ledger.tick());
    } catch (RuntimeException databaseAway) {
      LOG.warn("Waiting steps were not looked at: {}", databaseAway.toString());
    }
  }

  @Override
  public void stop() {
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return clock != null && !clock.isShutdown();
  }
}
