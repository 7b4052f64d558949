package org.xsm.connectors.bootserver;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.site.HostAddress;

/**
 * Where DHCP, TFTP and the images live ({@code xsm.boot.server.…}).
 *
 * @param address the machine, reached over SSH as {@code xsm.ssh.…} says; empty: the manager's own
 * @param limit how long a command there may take
 */
@ConfigurationProperties("xsm.boot.server")
public record BootServerSettings(
    @DefaultValue("") String address, @DefaultValue("30s") Duration limit) {
  public BootServerSettings {
    if (!address.isEmpty()) {
      new HostAddress(address);
    }
    if (limit.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "xsm.boot.server.limit is '" + limit + "', but must be at least 1s");
    }
  }

  /** The machine, unless it is the manager's own. */
  public Optional<HostAddress> findHost() {
    return address.isEmpty() ? Optional.empty() : Optional.of(new HostAddress(address));
  }
}
