package org.xsm.connectors.power;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.PowerControl;

/**
 * How bare machines are powered ({@code xsm.boot.power.…}). The passwords of their controllers lie
 * in {@code HOME/secrets/bmc/}, a file for each machine that has its name.
 *
 * @param ipmitool the program that talks to controllers, on the manager's machine
 * @param user who logs in on controllers, where {@code <POWER>} names nobody
 * @param cipherSuite with which IPMI 2.0 is encrypted; naming one saves ten seconds of asking
 * @param limit how long a controller may take to answer
 * @param wakeFrom who sends magic packets
 * @param wakeAddress manager only: where to, the broadcast address of the machines' network
 * @param wakePort manager only: the UDP port that they are sent to
 * @param wakeInterface boot server only: the interface that etherwake sends them from
 */
@ConfigurationProperties("xsm.boot.power")
public record PowerSettings(
    @DefaultValue("ipmitool") String ipmitool,
    @DefaultValue("admin") String user,
    @DefaultValue("3") int cipherSuite,
    @DefaultValue("20s") Duration limit,
    @DefaultValue("manager") Waker wakeFrom,
    @DefaultValue("255.255.255.255") String wakeAddress,
    @DefaultValue("9") int wakePort,
    @DefaultValue("eth0") String wakeInterface) {
  private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  /** Who can reach the machines' network with a broadcast. */
  public enum Waker {
    /** The manager, by UDP. */
    MANAGER,
    /** The boot server, with etherwake (ethertype 0x0842). */
    BOOT_SERVER
  }

  public PowerSettings {
    Objects.requireNonNull(wakeFrom);
    new PowerControl.Ipmi(new HostAddress("127.0.0.1"), 623, Optional.of(user));
    check(!ipmitool.isBlank(), "ipmitool", ipmitool, "a program");
    check(cipherSuite >= 0 && cipherSuite <= 17, "cipher-suite", cipherSuite, "from 0 to 17");
    check(limit.toSeconds() >= 1, "limit", limit, "at least 1s");
    check(ADDRESS.matcher(wakeAddress).matches(), "wake-address", wakeAddress, "an IPv4 address");
    check(wakePort > 0 && wakePort < 65536, "wake-port", wakePort, "a port from 1 to 65535");
    check(
        INTERFACE.matcher(wakeInterface).matches(),
        "wake-interface",
        wakeInterface,
        "a network interface");
  }

  private static void check(boolean holds, String key, Object value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(
          "xsm.boot.power." + key + " is '" + value + "', but must be " + wanted);
    }
  }
}
