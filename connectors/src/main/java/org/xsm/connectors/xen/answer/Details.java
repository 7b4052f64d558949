package org.xsm.connectors.xen.answer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What only the long list tells of a domain, as it stands there. */
public record Details(Optional<UUID> uuid, List<String> macs) {
  public static final Details NONE = new Details(Optional.empty(), List.of());

  public Details {
    macs = List.copyOf(macs);
  }
}
