package org.xsm.workflows.observation;

import java.util.Collection;
import org.xsm.workflows.site.HostAddress;

/** Looks at hosts. Changes nothing on them. */
public interface HostObserver {
  /**
   * Asks all these hosts at the same time; takes no longer than the slowest host's limit. Never
   * throws for a host.
   */
  Observation observe(Collection<HostAddress> hosts);
}
