package org.xsm.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/** The contract on simulated hosts with xm. */
class XmContractTest extends XlContractTest {
  @Override
  String[] settings() {
    return Stream.concat(
            Stream.of(super.settings()),
            Stream.of("xsm.simulated.xm-hosts=192.168.5.103,192.168.5.104"))
        .toArray(String[]::new);
  }

  @Override
  List<HostAddress> hosts() {
    return List.of(new HostAddress("192.168.5.103"), new HostAddress("192.168.5.104"));
  }

  @Test
  void the_hosts_are_driven_by_xm() {
    try (Manager manager = Manager.in(home, settings())) {
      assertThat(manager.observe(hosts().get(0)))
          .isInstanceOfSatisfying(
              HostFound.Up.class, up -> assertThat(up.toolstack()).isEqualTo("xm 4.17.5"));
    }
  }
}
