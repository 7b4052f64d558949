package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/** Looks at Xen hosts, each in one exchange, all at the same time. */
public final class XenHosts implements HostObserver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(XenHosts.class);
  private static final int HOSTS_AT_ONCE = 64;

  private final HostShell shell;
  private final Toolstacks toolstacks;
  private final Duration limit;
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          HOSTS_AT_ONCE, HOSTS_AT_ONCE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  /**
   * @param limit how long a host may take to answer
   */
  public XenHosts(HostShell shell, Toolstacks toolstacks, Duration limit) {
    this.shell = shell;
    this.toolstacks = toolstacks;
    this.limit = limit;
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * @throws RejectedExecutionException when the manager is not ready to look, or is being stopped;
   *     that says nothing about the hosts
   */
  @Override
  public Observation observe(Collection<HostAddress> hosts) {
    List<Asked> asked =
        hosts.stream()
            .distinct()
            .map(host -> new Asked(host, pool.submit(question(host))))
            .toList();
    return new Observation(asked.stream().map(XenHosts::answer).toList());
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private record Asked(HostAddress host, Future<HostFound> answer) {}

  private Callable<HostFound> question(HostAddress host) {
    return () -> {
      try {
        Toolstack toolstack = toolstacks.of(host);
        ShellScript look = toolstack.lookAtHost(limit.toSeconds());
        return toolstack.readHost(host, shell.run(host, look, limit));
      } catch (HostTrouble trouble) {
        return new HostFound.Unknown(host, trouble.getMessage(), trouble.kind());
      }
    };
  }

  private static HostFound answer(Asked asked) {
    try {
      return asked.answer().get();
    } catch (ExecutionException ours) {
      if (ours.getCause() instanceof RejectedExecutionException stopping) {
        throw stopping;
      }
      LOG.error("Looking at {} failed", asked.host(), ours.getCause());
      return new HostFound.Unknown(
          asked.host(), "Looking at the host failed within the manager; its log says why.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(
          "the manager was stopped while it looked at " + asked.host(), stopping);
    }
  }
}
