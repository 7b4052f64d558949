package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/**
 * Decides about a wanted VM that was found nowhere: it is created, unless it may be on a host that
 * does not answer. Then it is left alone; or, if it is wanted elsewhere, started there as soon as a
 * person has confirmed that the silent host is off.
 */
record Absence(Domains domains, Findings findings, GuestConfigs configs) {
  Optional<Intent> decide(Wish wish) {
    List<HostAddress> hidden =
        wish.last().stream()
            .flatMap(UndertakenVm::hosts)
            .filter(host -> domains.whyUnknown(host).isPresent())
            .toList();
    Optional<Obstacle> obstacle =
        silence(wish.vm()).or(() -> doubt(hidden)).or(() -> conflict(wish));
    obstacle.ifPresent(found -> findings.add(wish.vm(), found));
    return obstacle.isPresent() ? Optional.empty() : Optional.of(start(wish, hidden));
  }

  private Optional<Obstacle> silence(Vm vm) {
    return domains.whyUnknown(vm.host()).map(why -> Advice.unknown("is not touched: ", why));
  }

  private static Optional<Obstacle> doubt(List<HostAddress> hidden) {
    return hidden.size() < 2
        ? Optional.empty()
        : Optional.of(
            Advice.silent(
                "may still run on "
                    + hidden.get(0)
                    + " or "
                    + hidden.get(1)
                    + ", which are both unknown"));
  }

  private Optional<Obstacle> conflict(Wish wish) {
    Vm vm = wish.vm();
    return domains
        .findNamesake(vm.host(), vm.name(), wish.uuid())
        .map(
            namesake ->
                new Obstacle(
                    FindingKind.NAME_CONFLICT, conflict(vm, namesake), advice(namesake, vm)));
  }

  private Intent start(Wish wish, List<HostAddress> hidden) {
    String config = configs.fresh(wish.vm(), wish.uuid());
    return hidden.isEmpty()
        ? new Intent.Create(wish.set(), wish.uuid(), wish.vm(), config)
        : new Intent.Fence(wish.set(), wish.uuid(), wish.vm(), hidden.get(0), config);
  }

  private String conflict(Vm vm, Domain namesake) {
    String owner = namesake.uuid().flatMap(domains::findOwner).orElse("somebody else");
    return "cannot be created: a domain of " + owner + " bears its name on " + vm.host();
  }

  /** What to write to take a stranger over; another set's VM is not to be had. */
  private String advice(Domain namesake, Vm vm) {
    Optional<UUID> stranger = namesake.uuid().filter(uuid -> domains.findOwner(uuid).isEmpty());
    String adopt =
        stranger
            .map(
                uuid ->
                    "To take that domain over as it runs, write <VM name=\""
                        + vm.name()
                        + "\" config=\""
                        + vm.template()
                        + "\" adopt=\""
                        + uuid
                        + "\">. Else rename")
            .orElse("Rename");
    return adopt
        + " the VM in the site file, or end that domain by hand; XSM does not touch it unasked.";
  }
}
