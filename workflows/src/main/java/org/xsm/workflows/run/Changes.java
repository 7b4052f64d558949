package org.xsm.workflows.run;

import java.util.function.Consumer;

/**
 * Tells, after commit, that a run has changed or a file was refused, so that pages can show it at
 * once.
 */
public interface Changes {
  /**
   * The listener is called from any thread, must not block, and is told no more after the
   * subscription is closed.
   */
  Subscription subscribe(Consumer<RunId> listener);

  /** Ends when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
