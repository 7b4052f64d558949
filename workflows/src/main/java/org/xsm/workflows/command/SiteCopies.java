package org.xsm.workflows.command;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;

/**
 * Lays copies of site files on hosts, so that what is wanted is known wherever a host is left: with
 * the manager lost, any host has the file that a new one needs.
 */
public interface SiteCopies {
  /**
   * Lays the file on each of these hosts as the file of each of its sets, in the place of an
   * earlier one. Safe to be done again at any time.
   *
   * @param file as it was submitted
   * @return where it could not be laid
   */
  List<Missing> lay(List<SetName> sets, String file, Collection<HostAddress> hosts);

  /** A host without its copy, and why. */
  record Missing(HostAddress host, String why) {
    public Missing {
      Objects.requireNonNull(host);
      Objects.requireNonNull(why);
    }
  }
}
