package org.xsm.connectors.ssh;

import org.apache.sshd.client.session.ClientSession;

/**
 * A session that several commands use. When it is retired, no further command begins on it, and it
 * is closed as soon as the last one has left, since closing it would cut the others off.
 */
final class SharedSession {
  private final ClientSession session;
  private int users;
  private boolean retired;

  SharedSession(ClientSession session) {
    this.session = session;
  }

  ClientSession session() {
    return session;
  }

  /** Whether a command may begin on it. */
  synchronized boolean isUsable() {
    return !retired && session.isOpen();
  }

  /** Takes part in the session; false when it is too late. */
  synchronized boolean enter() {
    if (!isUsable()) {
      return false;
    }
    users++;
    return true;
  }

  synchronized void leave() {
    users--;
    closeWhenLeft();
  }

  synchronized void retire() {
    retired = true;
    closeWhenLeft();
  }

  private void closeWhenLeft() {
    if (retired && users == 0) {
      session.close(false);
    }
  }
}
