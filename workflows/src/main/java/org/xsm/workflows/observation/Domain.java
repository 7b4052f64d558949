package org.xsm.workflows.observation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A domain that a host has. Names and MACs are as the host wrote them: nothing is promised of
 * strangers' names.
 *
 * @param id the domain id, which changes at every start and migration
 * @param uuid the identity; absent where the toolstack does not say it
 * @param vcpus number of virtual processors that it was given, where the toolstack says it; else of
 *     those that are online
 * @param memory current memory in MiB
 */
public record Domain(
    int id,
    String name,
    Optional<UUID> uuid,
    int vcpus,
    int memory,
    DomainState state,
    List<String> macs) {
  public Domain {
    Objects.requireNonNull(name);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(state);
    macs = List.copyOf(macs);
  }
}
