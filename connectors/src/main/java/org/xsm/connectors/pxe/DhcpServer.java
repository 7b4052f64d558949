package org.xsm.connectors.pxe;

import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.site.BareHost;

/** Gives bare machines the addresses that the site file says. */
public interface DhcpServer {
  /**
   * Makes it give this address and name to this MAC, from its next request on.
   *
   * @throws MachineTrouble when it cannot be made to, or is not running afterwards
   */
  Outcome.Done reserve(BareHost machine) throws MachineTrouble;

  /**
   * Makes it forget the machine.
   *
   * @throws MachineTrouble when it cannot be made to, or is not running afterwards
   */
  Outcome.Done release(BareHost machine) throws MachineTrouble;
}
