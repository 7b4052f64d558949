package org.xsm.connectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.xsm.workflows.site.HostAddress;

/**
 * The contract on two real hosts, which must be able to migrate guests to each other:
 *
 * <pre>
 * mvn test -Dtest=RealHostsContractTest -Dxsm.contract.hosts=10.77.0.1,10.77.0.2 \
 *   -Dxsm.contract.guest=guest.cfg -Dxsm.ssh.user=root -Dxsm.ssh.identity=KEY -Dxsm.ssh.known-hosts=FILE
 * </pre>
 *
 * <p>{@code xsm.contract.guest} names a file with what the guest config has beside name, UUID,
 * memory (96 to 128 MiB) and VCPUs (1 to 2): kernel, disks, network cards. Every setting of the
 * manager may be given as well.
 */
@EnabledIfSystemProperty(named = "xsm.contract.hosts", matches = ".+,.+")
class RealHostsContractTest extends ConnectorContract {
  @Override
  String[] settings() {
    return new String[] {"xsm.hosts.mode=real", "xsm.ssh.command-timeout=60s"};
  }

  @Override
  List<HostAddress> hosts() {
    return Stream.of(System.getProperty("xsm.contract.hosts").split(","))
        .map(HostAddress::new)
        .toList();
  }

  @Override
  String guest() {
    try {
      return Files.readString(Path.of(System.getProperty("xsm.contract.guest")));
    } catch (IOException e) {
      throw new IllegalStateException("-Dxsm.contract.guest names no file", e);
    }
  }
}
