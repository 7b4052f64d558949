package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/** Every domain that was found, by whose it is and where. */
final class Domains {
  /** A domain and the host that it was found on. */
  record Located(HostAddress host, Domain domain) {}

  private final Map<HostAddress, HostFound> hosts = new HashMap<>();
  private final Map<UUID, String> owners = new HashMap<>();
  private final Map<UUID, List<Located>> byUuid = new HashMap<>();
  private final Map<HostAddress, Map<String, Domain>> byName = new HashMap<>();

  private Domains() {}

  static Domains of(Identity identity, Site wanted, Site last, Observation found) {
    Domains domains = new Domains();
    domains.own(identity, last);
    domains.own(identity, wanted);
    for (HostFound host : found.hosts()) {
      domains.hosts.put(host.address(), host);
      if (host instanceof HostFound.Up up) {
        up.domains().forEach(domain -> domains.add(up.address(), domain));
      }
    }
    return domains;
  }

  private void own(Identity identity, Site site) {
    for (VmSet set : site.sets()) {
      for (Vm vm : set.vms()) {
        owners.put(identity.of(set.name(), vm.name()), "set " + set.name());
      }
    }
  }

  private void add(HostAddress host, Domain domain) {
    domain
        .uuid()
        .ifPresent(
            uuid ->
                byUuid
                    .computeIfAbsent(uuid, none -> new ArrayList<>())
                    .add(new Located(host, domain)));
    byName.computeIfAbsent(host, none -> new HashMap<>()).put(domain.name(), domain);
  }

  /** Everywhere that a domain with this UUID was found. */
  List<Located> locate(UUID uuid) {
    return byUuid.getOrDefault(uuid, List.of());
  }

  /** The domain that bears this name on this host. */
  Optional<Domain> findNamesake(HostAddress host, VmName name) {
    return Optional.ofNullable(byName.getOrDefault(host, Map.of()).get(name.value()));
  }

  /** Whose domain it is, in words: one of our sets, or somebody else's. */
  String ownerOf(Domain domain) {
    return domain.uuid().map(owners::get).orElse("somebody else");
  }

  /** Why the host is unknown; empty when it answered. A host that nobody asked is unknown too. */
  Optional<String> whyUnknown(HostAddress address) {
    HostFound host =
        hosts.getOrDefault(address, new HostFound.Unknown(address, "it was not asked"));
    return host instanceof HostFound.Unknown unknown
        ? Optional.of(unknown.reason())
        : Optional.empty();
  }
}
