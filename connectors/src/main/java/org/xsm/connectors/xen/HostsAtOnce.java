package org.xsm.connectors.xen;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/** Asks many hosts the same at the same time, so that a slow one delays nobody. */
final class HostsAtOnce implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostsAtOnce.class);
  private static final int MOST = 64;
  private static final HostTrouble OURS =
      new HostTrouble(
          TroubleKind.UNREACHABLE,
          "Looking at the host failed within the manager; its log says why.");

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(MOST, MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  HostsAtOnce() {
    pool.allowCoreThreadTimeOut(true);
  }

  /** What each host is asked. */
  interface Question<T> {
    T ask(HostAddress host) throws HostTrouble;

    /** What is answered for a host that could not be asked. */
    T refused(HostAddress host, HostTrouble why);
  }

  private record Asked<T>(HostAddress host, Future<T> answer) {}

  /**
   * Asks, and waits for all answers.
   *
   * @throws RejectedExecutionException when the manager is not ready to ask, or is being stopped;
   *     that says nothing about the hosts
   */
  <T> List<T> ask(Collection<HostAddress> hosts, Question<T> question) {
    List<Asked<T>> asked =
        hosts.stream()
            .distinct()
            .map(host -> new Asked<>(host, pool.submit(() -> answer(host, question))))
            .toList();
    return asked.stream().map(each -> await(each, question)).toList();
  }

  private static <T> T answer(HostAddress host, Question<T> question) {
    try {
      return question.ask(host);
    } catch (HostTrouble trouble) {
      return question.refused(host, trouble);
    }
  }

  private static <T> T await(Asked<T> asked, Question<T> question) {
    try {
      return asked.answer().get();
    } catch (ExecutionException ours) {
      if (ours.getCause() instanceof RejectedExecutionException stopping) {
        throw stopping;
      }
      LOG.error("Asking {} failed", asked.host(), ours.getCause());
      return question.refused(asked.host(), OURS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(
          "the manager was stopped while it asked " + asked.host(), stopping);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
