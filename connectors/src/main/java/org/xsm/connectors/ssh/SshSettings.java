package org.xsm.connectors.ssh;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.site.HostAddress;

/**
 * How real hosts are reached ({@code xsm.ssh.…}).
 *
 * @param user who logs in on the hosts
 * @param port TCP port of their SSH servers
 * @param identity file of our private key; empty: {@code HOME/ssh/id_ed25519}
 * @param knownHosts file with the hosts' public keys, in OpenSSH's format; empty: {@code
 *     HOME/ssh/known_hosts}
 * @param connectTimeout how long a host may take to accept a connection
 * @param loginTimeout how long key exchange and login may take after that
 * @param commandTimeout how long a host may take to answer a look
 * @param idleTimeout how long an unused connection is kept
 * @param endpoints where a host is reached through another address: {@code 192.168.5.101} to {@code
 *     127.0.0.1:2201}; such a host stands in known_hosts as {@code [127.0.0.1]:2201}
 */
@ConfigurationProperties("xsm.ssh")
public record SshSettings(
    @DefaultValue("root") String user,
    @DefaultValue("22") int port,
    @DefaultValue("") String identity,
    @DefaultValue("") String knownHosts,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration loginTimeout,
    @DefaultValue("30s") Duration commandTimeout,
    @DefaultValue("10m") Duration idleTimeout,
    @DefaultValue Map<String, String> endpoints) {
  private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  public SshSettings {
    check(USER.matcher(user).matches(), "xsm.ssh.user", user, "a Unix user's name");
    check(port > 0 && port < 65536, "xsm.ssh.port", port, "a port from 1 to 65535");
    checkTime("xsm.ssh.connect-timeout", connectTimeout);
    checkTime("xsm.ssh.login-timeout", loginTimeout);
    checkTime("xsm.ssh.command-timeout", commandTimeout);
    checkTime("xsm.ssh.idle-timeout", idleTimeout);
    endpoints = Map.copyOf(endpoints);
    endpoints.forEach(
        (host, endpoint) -> {
          new HostAddress(host);
          Endpoint.parse(endpoint);
        });
  }

  /** Where the host is reached. */
  Endpoint endpoint(HostAddress host) {
    String other = endpoints.get(host.value());
    return other == null ? new Endpoint(host.value(), port) : Endpoint.parse(other);
  }

  private static void checkTime(String key, Duration time) {
    check(!time.isNegative() && !time.isZero(), key, time, "a time above zero, such as 5s");
  }

  private static void check(boolean holds, String key, Object value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(key + " is '" + value + "', but must be " + wanted);
    }
  }
}
