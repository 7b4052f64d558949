package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.RejectedExecutionException;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/** Looks at Xen hosts, each in one exchange, all at the same time. */
public final class XenHosts implements HostObserver, AutoCloseable {
  private final HostShell shell;
  private final Toolstacks toolstacks;
  private final Duration limit;
  private final HostsAtOnce hosts = new HostsAtOnce();

  /**
   * @param limit how long a host may take to answer
   */
  public XenHosts(HostShell shell, Toolstacks toolstacks, Duration limit) {
    this.shell = shell;
    this.toolstacks = toolstacks;
    this.limit = limit;
  }

  /**
   * @throws RejectedExecutionException when the manager is not ready to look, or is being stopped;
   *     that says nothing about the hosts
   */
  @Override
  public Observation observe(Collection<HostAddress> addresses) {
    return new Observation(hosts.ask(addresses, new Look()));
  }

  @Override
  public void close() {
    hosts.close();
  }

  private final class Look implements HostsAtOnce.Question<HostFound> {
    @Override
    public HostFound ask(HostAddress host) throws HostTrouble {
      Toolstack toolstack = toolstacks.of(host);
      ShellScript look = toolstack.lookAtHost(limit.toSeconds());
      return toolstack.readHost(host, shell.run(host, look, limit));
    }

    @Override
    public HostFound refused(HostAddress host, HostTrouble why) {
      return new HostFound.Unknown(host, why.getMessage(), why.kind());
    }
  }
}
