package org.xsm.connectors.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/**
 * The one kept connection to a host: opened when it is first needed, shared by a few commands at a
 * time, opened anew when it is dead, closed when nobody has needed it for a while.
 */
final class SshConnection {
  /**
   * Commands at once. OpenSSH allows 10 sessions a connection, but frees them later than we see
   * their end; measured, 8 fail now and then, 5 do not.
   */
  static final int CHANNELS = 5;

  /** Milliseconds until a refused channel is asked for again, as often as the deadline allows. */
  private static final long REFUSED_PAUSE = 25;

  /** Connections that may break before a channel is open. */
  private static final int TRIES = 3;

  private final SshLogin login;
  private final Semaphore channels = new Semaphore(CHANNELS, true);
  private CompletableFuture<SharedSession> current;
  private long lastUsed = System.nanoTime();

  SshConnection(SshLogin login) {
    this.login = login;
  }

  /** Runs the command; reconnects where that is safe, because nothing was begun. */
  SshAnswer run(SshRequest request) throws InterruptedException {
    Deadline deadline = Deadline.in(request.deadline());
    if (!channels.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
      return new SshAnswer.TimedOut(
          "No channel to %s became free in time: %d other commands run there. Nothing was begun."
              .formatted(login.place(), CHANNELS));
    }
    try {
      return exchange(request, deadline);
    } catch (SshFailed failed) {
      return failed.answer();
    } finally {
      channels.release();
    }
  }

  private SshAnswer exchange(SshRequest request, Deadline deadline)
      throws SshFailed, InterruptedException {
    int broken = 0;
    while (broken < TRIES && !deadline.isOver()) {
      SharedSession shared = session(deadline);
      if (!shared.enter()) {
        continue;
      }
      try {
        return run(request, shared, deadline);
      } catch (IOException notOpened) {
        if (isRefusal(notOpened)) {
          TimeUnit.MILLISECONDS.sleep(REFUSED_PAUSE);
        } else {
          broken++;
          shared.retire();
        }
      } finally {
        shared.leave();
      }
    }
    throw new SshFailed(
        new SshAnswer.Unreachable(
            login.place()
                + " let us in, but opened no channel. Nothing was begun. Look at the SSH server's"
                + " log there, and at its MaxSessions."));
  }

  /**
   * A command that did not end keeps one of the connection's few sessions: it is not used again.
   */
  private SshAnswer run(SshRequest request, SharedSession shared, Deadline deadline)
      throws IOException {
    Duration limit = deadline.left(login.loginLimit());
    SshAnswer answer =
        SshExchange.open(shared.session(), request, limit).await(deadline, login.login());
    if (answer instanceof SshAnswer.TimedOut) {
      shared.retire();
    }
    return answer;
  }

  private static boolean isRefusal(IOException notOpened) {
    return notOpened instanceof SshChannelOpenException
        || notOpened.getCause() instanceof SshChannelOpenException;
  }

  /** The open session, or a new one; who comes while one is being opened waits for that one. */
  private SharedSession session(Deadline deadline) throws SshFailed, InterruptedException {
    CompletableFuture<SharedSession> wanted;
    boolean mine;
    synchronized (this) {
      lastUsed = System.nanoTime();
      mine = current == null || isDead(current);
      if (mine) {
        current = new CompletableFuture<>();
      }
      wanted = current;
    }
    if (mine) {
      open(wanted);
    }
    return await(wanted, deadline);
  }

  private void open(CompletableFuture<SharedSession> opening) {
    try {
      opening.complete(new SharedSession(login.open()));
    } catch (SshFailed failed) {
      opening.completeExceptionally(failed);
    } finally {
      // After an error of our own, nobody shall wait for it.
      opening.cancel(false);
    }
  }

  private SharedSession await(CompletableFuture<SharedSession> wanted, Deadline deadline)
      throws SshFailed, InterruptedException {
    try {
      return wanted.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SshFailed known) {
        throw known;
      }
      throw new IllegalStateException("opening a connection failed", failed);
    } catch (TimeoutException late) {
      throw new SshFailed(
          new SshAnswer.Unreachable(
              login.place() + " has not let us in in time. Nothing was begun."));
    }
  }

  private static boolean isDead(CompletableFuture<SharedSession> session) {
    return session.isDone() && (session.isCompletedExceptionally() || !session.join().isUsable());
  }

  /** Closes the connection when nobody has used it for this time. */
  synchronized void closeIfIdle(Duration limit) {
    boolean unused = channels.availablePermits() == CHANNELS;
    if (unused && System.nanoTime() - lastUsed > limit.toNanos()) {
      close();
    }
  }

  synchronized void close() {
    if (current != null) {
      current.thenAccept(SharedSession::retire);
      current = null;
    }
  }
}
