package org.xsm.connectors;

import java.util.List;
import org.xsm.workflows.site.HostAddress;

/** The contract on simulated hosts with xl. */
class XlContractTest extends ConnectorContract {
  @Override
  String[] settings() {
    return new String[] {
      "xsm.simulated.create-time=200ms",
      "xsm.simulated.shutdown-time=200ms",
      "xsm.simulated.migrate-time=10s"
    };
  }

  @Override
  List<HostAddress> hosts() {
    return List.of(new HostAddress("192.168.5.101"), new HostAddress("192.168.5.102"));
  }

  @Override
  String guest() {
    return "kernel = \"/boot/guest\"\nvif = [ 'bridge=xenbr0' ]";
  }
}
