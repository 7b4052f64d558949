package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.plan.Domains.Located;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Vm;

/** Decides what is to become of a VM that the file wants. */
final class Wanting {
  private final Domains domains;
  private final Findings findings;
  private final Adoption adoption;
  private final Absence absence;
  private final Comparison comparison;
  private final PlanningRules rules;

  Wanting(Planner planner, Domains domains, Findings findings) {
    GuestConfigs configs = new GuestConfigs(planner.templates(), planner.rules());
    this.domains = domains;
    this.findings = findings;
    this.rules = planner.rules();
    this.adoption = new Adoption(domains, findings, configs);
    this.absence = new Absence(domains, findings, configs);
    this.comparison = new Comparison(configs);
  }

  /** What is to be done; empty when nothing is, or nothing can be. */
  Optional<Intent> want(Wish wish) {
    try {
      return decide(wish);
    } catch (InvalidValue wrong) {
      findings.add(
          FindingKind.BAD_TEMPLATE,
          wish.vm(),
          "cannot be made as it is wanted: " + wrong.getMessage(),
          wrong.advice());
      return Optional.empty();
    }
  }

  private Optional<Intent> decide(Wish wish) {
    if (adoption.concerns(wish)) {
      return adoption.adopt(wish);
    }
    List<Located> located = domains.locate(wish.uuid());
    if (located.isEmpty()) {
      return absence.decide(wish);
    }
    if (located.size() > 1) {
      findings.add(wish.vm(), Advice.twice(located));
      return Optional.empty();
    }
    return there(wish, located.get(0));
  }

  private Optional<Intent> there(Wish wish, Located located) {
    Domain domain = located.domain();
    if (domain.state() != DomainState.RUNNING) {
      findings.add(
          FindingKind.ODD_STATE,
          wish.vm(),
          "is on " + located.host() + ", but " + domain.state().label(),
          "Look at it with 'xl list' on the host; XSM leaves it as it is.");
      return Optional.empty();
    }
    if (located.host().equals(wish.vm().host())) {
      return comparison.compare(wish, located, Optional.empty());
    }
    String stays = "stays on " + located.host() + ": ";
    Optional<Obstacle> obstacle =
        silence(wish.vm(), stays)
            .or(() -> namesake(wish, stays))
            .or(() -> wall(wish.vm(), located.host(), stays));
    obstacle.ifPresent(found -> findings.add(wish.vm(), found));
    return obstacle.isPresent()
        ? Optional.empty()
        : comparison.compare(wish, located, Optional.of(travel(located.host(), wish.vm())));
  }

  private Optional<Obstacle> silence(Vm vm, String stays) {
    return domains.whyUnknown(vm.host()).map(why -> Advice.unknown(stays, why));
  }

  private Optional<Obstacle> namesake(Wish wish, String stays) {
    Vm vm = wish.vm();
    return domains
        .findNamesake(vm.host(), vm.name(), wish.uuid())
        .map(
            namesake ->
                new Obstacle(
                    FindingKind.NAME_CONFLICT,
                    stays + "another domain bears its name on " + vm.host(),
                    "Rename that domain or end it by hand, or write another host; XSM does not"
                        + " touch it."));
  }

  /** Guests do not pass between hosts of two kinds while they run. */
  private Optional<Obstacle> wall(Vm vm, HostAddress from, String stays) {
    if (travel(from, vm) == Manner.LIVE || rules.coldMoves()) {
      return Optional.empty();
    }
    String kinds = domains.family(from) + " to " + domains.family(vm.host());
    return Optional.of(
        new Obstacle(
            FindingKind.NOT_POSSIBLE,
            stays
                + "guests cannot be migrated from "
                + kinds
                + " while they run, and shutting them down for it is not allowed",
            "Set xsm.plan.cold-moves to true, or write a host of the same kind."));
  }

  private Manner travel(HostAddress from, Vm vm) {
    return domains.family(from).equals(domains.family(vm.host())) ? Manner.LIVE : Manner.COLD;
  }
}
