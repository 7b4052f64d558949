package org.xsm.engine.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xsm.engine.store.RunChanged;
import org.xsm.workflows.run.Changes;
import org.xsm.workflows.run.RunId;

/** Passes on, after commit, that a run has changed. */
class CommittedChanges implements Changes {
  private final List<Consumer<RunId>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public Subscription subscribe(Consumer<RunId> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void changed(RunChanged change) {
    listeners.forEach(listener -> listener.accept(change.run()));
  }
}
