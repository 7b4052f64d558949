package org.xsm.connectors.ssh;

import org.xsm.workflows.site.HostAddress;

/**
 * Knows the way to each host: the real one by settings, the simulated one by starting its stand-in.
 */
public interface Doors {
  Door to(HostAddress host);
}
