package org.xsm.connectors.ssh;

import java.nio.file.Path;
import java.util.Objects;

/** Who logs in where, and by which keys the two sides know each other. */
record Login(
    String address, int port, String user, Path identity, Path knownHosts, String knownAs) {
  Login {
    Objects.requireNonNull(address);
    Objects.requireNonNull(user);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(knownHosts);
    Objects.requireNonNull(knownAs);
  }

  /** The place, as messages name it: {@code root@192.168.5.101} or with a port. */
  String place() {
    return user + "@" + address + (port == 22 ? "" : " port " + port);
  }

  /** The command that prints the host's keys in the form of a known_hosts file. */
  String keyscan() {
    return "ssh-keyscan " + (port == 22 ? "" : "-p " + port + " ") + address;
  }
}
