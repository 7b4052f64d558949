package org.xsm.connectors.watch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.connectors.bootserver.ServerPath;

/**
 * By what bare machines are watched ({@code xsm.boot.watch.…}). Logs lie on the boot server; an
 * empty one is not read.
 *
 * @param interval how long from one look at the logs to the next
 * @param dhcpLog where dnsmasq writes what it does as a DHCP server
 * @param tftpLog where dnsmasq or tftpd-hpa writes what it sends; may be the same file
 * @param leaseEvents what dnsmasq's {@code dhcp-script} was called with, a line for each call
 * @param rsyncLog the {@code log file} of the image server's rsync daemon; by default the one that
 *     SystemImager's stubs name
 * @param monitorAddress the manager's own address to which installers report; empty: nobody listens
 * @param monitorPort the TCP port that goes with it
 */
@ConfigurationProperties("xsm.boot.watch")
public record WatchSettings(
    @DefaultValue("2s") Duration interval,
    @DefaultValue("/var/log/syslog") String dhcpLog,
    @DefaultValue("/var/log/syslog") String tftpLog,
    @DefaultValue("") String leaseEvents,
    @DefaultValue("/var/log/systemimager/rsyncd") String rsyncLog,
    @DefaultValue("") String monitorAddress,
    @DefaultValue("8181") int monitorPort) {
  private static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";

  public WatchSettings {
    check(interval.toMillis() >= 100, "interval", interval, "at least 100ms");
    for (String log : List.of(dhcpLog, tftpLog, leaseEvents, rsyncLog)) {
      find(log);
    }
    boolean address = monitorAddress.isEmpty() || monitorAddress.matches(ADDRESS);
    check(address, "monitor-address", monitorAddress, "an IPv4 address, such as 0.0.0.0");
    check(
        monitorPort > 0 && monitorPort < 65536,
        "monitor-port",
        monitorPort,
        "a port from 1 to 65535");
  }

  /** Where installers report, if anybody listens. */
  Optional<InetSocketAddress> monitor() {
    return monitorAddress.isEmpty()
        ? Optional.empty()
        : Optional.of(new InetSocketAddress(monitorAddress, monitorPort));
  }

  static Optional<ServerPath> find(String log) {
    return log.isEmpty() ? Optional.empty() : Optional.of(new ServerPath(log));
  }

  private static void check(boolean holds, String key, Object value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(
          "xsm.boot.watch." + key + " is '" + value + "', but must be " + wanted);
    }
  }
}
