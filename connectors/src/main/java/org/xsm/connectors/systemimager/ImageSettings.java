package org.xsm.connectors.systemimager;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.connectors.cast.CastPlace;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.IpAddress;

/**
 * Where images are, and what bare machines are told about the network ({@code xsm.boot.images.…}).
 *
 * @param installer what is booted on a bare machine to put an image on its disk
 * @param directory SystemImager's folder on the boot server
 * @param configuration SystemImager's folder of configuration there
 * @param server the address at which machines reach the image server; empty: that of the boot
 *     server
 * @param monitor the address to which installers report (TCP port 8181); empty: the image server
 * @param prefix length in bits of the machines' network
 * @param gateway the machines' way to other networks; empty: none
 * @param multicastPort the first port of casts, of which each session has two; flamethrower's
 *     directory is on it
 * @param gmond a file of the manager's machine that each machine gets as {@code
 *     /etc/ganglia/gmond.conf}; empty: none
 */
@ConfigurationProperties("xsm.boot.images")
public record ImageSettings(
    @DefaultValue("systemimager") Installer installer,
    @DefaultValue("/var/lib/systemimager") String directory,
    @DefaultValue("/etc/systemimager") String configuration,
    @DefaultValue("") String server,
    @DefaultValue("") String monitor,
    @DefaultValue("24") int prefix,
    @DefaultValue("") String gateway,
    @DefaultValue("9000") int multicastPort,
    @DefaultValue("") String gmond) {
  /** Programs that put an image on the disk of a machine that was booted from the network. */
  public enum Installer {
    /** SystemImager's own client, version 4. */
    SYSTEMIMAGER,
    /** Our small one, of busybox, rsync and udp-receiver. */
    XSM
  }

  public ImageSettings {
    Objects.requireNonNull(installer);
    new ServerPath(directory);
    new ServerPath(configuration);
    for (String address : List.of(server, monitor, gateway)) {
      if (!address.isEmpty()) {
        new IpAddress(address);
      }
    }
    check(prefix >= 1 && prefix <= 31, "prefix", prefix, "a length from 1 to 31");
    // udp-sender takes pairs of ports, of which the first is even.
    check(
        multicastPort > 1023 && multicastPort < 65000 && multicastPort % 2 == 0,
        "multicast-port",
        multicastPort,
        "an even port from 1024 to 64998");
  }

  /** The same settings, with this address of the image server where none was set. */
  public ImageSettings servedAt(Optional<HostAddress> address) {
    String known = server.isEmpty() ? address.map(HostAddress::value).orElse("") : server;
    return new ImageSettings(
        installer, directory, configuration, known, monitor, prefix, gateway, multicastPort, gmond);
  }

  ServerPath folder(String name) {
    return new ServerPath(directory).resolve(name);
  }

  /** Where our own casts are sent from. */
  CastPlace casts() {
    return new CastPlace(folder("casts"), multicastPort, findServer());
  }

  ServerPath configurationFile(String name) {
    return new ServerPath(configuration).resolve(name);
  }

  Optional<IpAddress> findServer() {
    return find(server);
  }

  Optional<IpAddress> findMonitor() {
    return find(monitor);
  }

  Optional<IpAddress> findGateway() {
    return find(gateway);
  }

  private static Optional<IpAddress> find(String address) {
    return address.isEmpty() ? Optional.empty() : Optional.of(new IpAddress(address));
  }

  private static void check(boolean holds, String key, Object value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(
          "xsm.boot.images." + key + " is '" + value + "', but must be " + wanted);
    }
  }
}
