package org.xsm.connectors.ssh;

import org.xsm.workflows.site.HostAddress;

/** Runs commands on hosts. The one port through which everything else reaches a host. */
public interface Ssh {
  /**
   * Runs the command and waits for its end, at most until its deadline. Never throws for a host;
   * what may have begun on the host is not undone.
   */
  SshAnswer run(HostAddress host, SshRequest request);
}
