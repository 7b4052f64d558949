package org.xsm.connectors.pxe;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.connectors.bootserver.ServerPath;

/**
 * Which DHCP server gives bare machines their addresses, and where its files are on the boot server
 * ({@code xsm.boot.dhcp.…}).
 *
 * @param server the program
 * @param hosts our folder, with a file for each machine; for dnsmasq the one that its configuration
 *     names as {@code dhcp-hostsdir}
 * @param pidFile file with the server's process id; empty: where Debian's package puts it
 * @param include dhcpd only: the file with all our host blocks, which its configuration includes
 * @param config dhcpd only: its configuration, for checking it before it is restarted
 * @param restart dhcpd only: the command that restarts it, word by word
 */
@ConfigurationProperties("xsm.boot.dhcp")
public record DhcpSettings(
    @DefaultValue("dnsmasq") Server server,
    @DefaultValue("/var/lib/xsm-boot/dhcp-hosts") String hosts,
    @DefaultValue("") String pidFile,
    @DefaultValue("/etc/dhcp/xsm-hosts.conf") String include,
    @DefaultValue("/etc/dhcp/dhcpd.conf") String config,
    @DefaultValue({"systemctl", "restart", "isc-dhcp-server"}) List<String> restart) {
  /** The programs that we know how to talk to. */
  public enum Server {
    DNSMASQ("/run/dnsmasq/dnsmasq.pid"),
    DHCPD("/run/dhcpd.pid");

    private final String pidFile;

    Server(String pidFile) {
      this.pidFile = pidFile;
    }
  }

  public DhcpSettings {
    Objects.requireNonNull(server);
    pidFile = pidFile.isEmpty() ? server.pidFile : pidFile;
    for (String path : List.of(hosts, pidFile, include, config)) {
      new ServerPath(path);
    }
    restart = List.copyOf(restart);
    if (restart.isEmpty()) {
      throw new IllegalArgumentException(
          "xsm.boot.dhcp.restart is empty, but must be a command, word by word");
    }
  }

  ServerPath hostsFolder() {
    return new ServerPath(hosts);
  }
}
