package org.xsm.connectors.ssh;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How one host is reached and where our files lie on it.
 *
 * @param address where to connect to: a name or an address
 * @param port TCP port of its SSH server
 * @param user who logs in there
 * @param identity file of our private key
 * @param knownHosts file with the hosts' public keys, in OpenSSH's format
 * @param knownAs under which name the host's key stands in that file: {@code 192.168.5.101} or
 *     {@code [127.0.0.1]:2222}
 * @param directory absolute path of our directory on the host, for guest configs and operations
 */
public record Door(
    String address,
    int port,
    String user,
    Path identity,
    Path knownHosts,
    String knownAs,
    String directory) {
  public Door {
    Objects.requireNonNull(address);
    Objects.requireNonNull(user);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(knownHosts);
    Objects.requireNonNull(knownAs);
    Objects.requireNonNull(directory);
  }
}
