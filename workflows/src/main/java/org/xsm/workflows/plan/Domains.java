package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/** Every domain that was found, by whose it is and where. */
final class Domains {
  /** A domain and the host that it was found on. */
  record Located(HostAddress host, Domain domain) {
    static String places(List<Located> located) {
      return located.stream()
          .map(place -> "domain " + place.domain().id() + " on " + place.host())
          .collect(Collectors.joining(", "));
    }
  }

  private final Map<HostAddress, HostFound> hosts = new HashMap<>();
  private final Map<UUID, String> owners = new HashMap<>();
  private final Map<UUID, List<Located>> byUuid = new HashMap<>();
  private final Map<String, List<Located>> byName = new HashMap<>();
  private final Set<UUID> leaving = new HashSet<>();

  private Domains() {}

  static Domains of(Observation found) {
    Domains domains = new Domains();
    for (HostFound host : found.hosts()) {
      domains.hosts.put(host.address(), host);
      if (host instanceof HostFound.Up up) {
        up.domains().forEach(domain -> domains.add(new Located(up.address(), domain)));
      }
    }
    return domains;
  }

  private void add(Located located) {
    located.domain().uuid().ifPresent(uuid -> add(byUuid, uuid, located));
    add(byName, located.domain().name(), located);
  }

  private static <K> void add(Map<K, List<Located>> map, K key, Located located) {
    map.computeIfAbsent(key, none -> new ArrayList<>(1)).add(located);
  }

  /** Notes whose a UUID is, in words. */
  void own(UUID uuid, String owner) {
    owners.put(uuid, owner);
  }

  /** Notes that the domain of this UUID is going to be retired. */
  void leaves(UUID uuid) {
    leaving.add(uuid);
  }

  /** Everywhere that a domain with this UUID was found. */
  List<Located> locate(UUID uuid) {
    return byUuid.getOrDefault(uuid, List.of());
  }

  /** Everywhere that a domain bears this name and is not the one of this UUID. */
  List<Located> namesakes(VmName name, UUID uuid) {
    return byName.getOrDefault(name.value(), List.of()).stream()
        .filter(located -> !located.domain().uuid().equals(Optional.of(uuid)))
        .toList();
  }

  /** The domain that bears this name on this host, is another's and stays. */
  Optional<Domain> findNamesake(HostAddress host, VmName name, UUID uuid) {
    return namesakes(name, uuid).stream()
        .filter(located -> located.host().equals(host))
        .map(Located::domain)
        .filter(domain -> domain.uuid().filter(leaving::contains).isEmpty())
        .findFirst();
  }

  /** Whose domain it is, in words: one of our sets; empty when it is somebody else's. */
  Optional<String> findOwner(UUID uuid) {
    return Optional.ofNullable(owners.get(uuid));
  }

  /** What drives Xen on the host that answered: {@code xl} or {@code xm}. */
  String family(HostAddress address) {
    return hosts.get(address) instanceof HostFound.Up up ? family(up) : "";
  }

  static String family(HostFound.Up host) {
    return host.toolstack().split(" ", 2)[0];
  }

  /** Why the host is unknown; empty when it answered. A host that nobody asked is unknown too. */
  Optional<String> whyUnknown(HostAddress address) {
    HostFound host =
        hosts.getOrDefault(address, new HostFound.Unknown(address, "it was not asked"));
    return host instanceof HostFound.Unknown unknown
        ? Optional.of(unknown.explanation())
        : Optional.empty();
  }
}
