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
      findings.add(FindingKind.ODD_STATE, wish.vm(), Advice.twice(located), Advice.KEEP_ONE);
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
    return mayMove(wish.vm(), located, wish)
        ? comparison.compare(wish, located, Optional.of(travel(located.host(), wish.vm())))
        : Optional.empty();
  }

  private boolean mayMove(Vm vm, Located located, Wish wish) {
    Optional<String> silent = domains.whyUnknown(vm.host());
    Optional<Domain> namesake = domains.findNamesake(vm.host(), vm.name(), wish.uuid());
    String where = "stays on " + located.host() + ": ";
    if (silent.isPresent()) {
      findings.add(
          FindingKind.UNKNOWN_HOST,
          vm,
          where + "host " + vm.host() + " is unknown: " + silent.get(),
          Advice.ANSWER_FIRST);
    } else if (namesake.isPresent()) {
      findings.add(
          FindingKind.NAME_CONFLICT,
          vm,
          where + "another domain bears its name on " + vm.host(),
          "Rename that domain or end it by hand, or write another host; XSM does not touch it.");
    } else if (travel(located.host(), vm) == Manner.COLD && !rules.coldMoves()) {
      findings.add(
          FindingKind.NOT_POSSIBLE,
          vm,
          where
              + "guests cannot be migrated from "
              + domains.family(located.host())
              + " to "
              + domains.family(vm.host())
              + " while they run, and shutting them down for it is not allowed",
          "Set xsm.plan.cold-moves to true, or write a host of the same kind.");
    } else {
      return true;
    }
    return false;
  }

  private Manner travel(HostAddress from, Vm vm) {
    return domains.family(from).equals(domains.family(vm.host())) ? Manner.LIVE : Manner.COLD;
  }
}
