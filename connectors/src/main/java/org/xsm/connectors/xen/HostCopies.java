package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.xsm.workflows.command.SiteCopies;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;

/** Lays site files into our directory on hosts, as {@code sites/SET.xml}. */
public final class HostCopies implements SiteCopies, AutoCloseable {
  private final HostShell shell;
  private final Duration limit;
  private final HostsAtOnce hosts = new HostsAtOnce();

  /**
   * @param limit how long a host may take to answer
   */
  public HostCopies(HostShell shell, Duration limit) {
    this.shell = shell;
    this.limit = limit;
  }

  /**
   * @throws RejectedExecutionException when the manager is being stopped
   */
  @Override
  public List<Missing> lay(List<SetName> sets, String file, Collection<HostAddress> addresses) {
    return hosts.ask(addresses, new Laying(sets, file)).stream().flatMap(Optional::stream).toList();
  }

  @Override
  public void close() {
    hosts.close();
  }

  private final class Laying implements HostsAtOnce.Question<Optional<Missing>> {
    private final List<SetName> sets;
    private final String file;

    Laying(List<SetName> sets, String file) {
      this.sets = sets;
      this.file = file;
    }

    @Override
    public Optional<Missing> ask(HostAddress host) throws HostTrouble {
      for (SetName set : sets) {
        shell.run(host, OurFile.site(set).script(file), limit);
      }
      return Optional.empty();
    }

    @Override
    public Optional<Missing> refused(HostAddress host, HostTrouble why) {
      return Optional.of(new Missing(host, why.getMessage()));
    }
  }
}
