package org.xsm.connectors.cast;

import java.util.Objects;
import java.util.Optional;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.site.IpAddress;

/**
 * Where casts are sent from.
 *
 * @param folder in which a session's files lie, on the image server
 * @param firstPort UDP; even, as all that follow
 * @param from an address of the image server, that of the network card which faces the machines;
 *     empty: its first card
 */
public record CastPlace(ServerPath folder, int firstPort, Optional<IpAddress> from) {
  public CastPlace {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(from);
    if (firstPort % 2 != 0) {
      throw new IllegalArgumentException("casts take pairs of ports, the first even: " + firstPort);
    }
  }
}
