package org.xsm.engine.crash.child;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The actions that have ended in this thread's transaction: when all is written and when all is
 * committed they are passed on.
 */
final class EndedActions {
  private final Deaths deaths;
  private final ThreadLocal<List<Action>> ended = new ThreadLocal<>();

  EndedActions(Deaths deaths) {
    this.deaths = deaths;
  }

  void add(Action action) {
    if (ended.get() == null) {
      ended.set(new ArrayList<>());
      TransactionSynchronizationManager.registerSynchronization(new Watch());
    }
    ended.get().add(action);
  }

  private final class Watch implements TransactionSynchronization {
    @Override
    public void beforeCommit(boolean readOnly) {
      deaths.pass(Point.WRITTEN, ended.get());
    }

    @Override
    public void afterCommit() {
      deaths.pass(Point.COMMITTED, ended.get());
    }

    @Override
    public void afterCompletion(int status) {
      ended.remove();
    }
  }
}
