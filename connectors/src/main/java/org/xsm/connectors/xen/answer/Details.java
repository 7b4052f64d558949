package org.xsm.connectors.xen.answer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What only the long list tells of a domain, as it stands there.
 *
 * @param vcpus number of virtual processors that its guest may use; while it boots, or when it has
 *     put some away by itself, fewer are online
 */
public record Details(Optional<UUID> uuid, List<String> macs, Optional<Integer> vcpus) {
  public static final Details NONE = new Details(Optional.empty(), List.of(), Optional.empty());

  public Details {
    macs = List.copyOf(macs);
  }
}
