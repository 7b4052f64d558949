package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.plan.Domains.Located;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.Ceiling;

/**
 * Decides about a VM that is to be a domain which somebody else has made. The domain is taken over
 * as it runs: it may become smaller, but is not restarted. What it runs by is not known, so where
 * more is wanted than it has, it keeps what it has, and a later plan restarts it.
 */
record Adoption(Domains domains, Findings findings, GuestConfigs configs) {
  /** Whether the VM is to be adopted and is not ours yet. */
  boolean concerns(Wish wish) {
    return wish.vm().adopted().isPresent()
        && wish.last().filter(last -> last.vm().adopted().equals(wish.vm().adopted())).isEmpty();
  }

  Optional<Intent> adopt(Wish wish) {
    Vm vm = wish.vm();
    UUID uuid = wish.uuid();
    List<Located> located = domains.locate(uuid);
    Optional<String> owner = domains.findOwner(uuid);
    Optional<String> silent = domains.whyUnknown(vm.host());
    if (wish.last().isPresent()) {
      refuse(
          FindingKind.NAME_CONFLICT,
          wish,
          "is there already, and is not the domain " + uuid,
          "Take the attribute 'adopt' off, or give the VM to be adopted another name.");
    } else if (owner.isPresent()) {
      refuse(
          FindingKind.NAME_CONFLICT,
          wish,
          "cannot adopt the domain " + uuid + ", which belongs to " + owner.get(),
          "Take the attribute 'adopt' off.");
    } else if (located.size() > 1) {
      refuse(FindingKind.ODD_STATE, wish, Advice.twice(located), Advice.KEEP_ONE);
    } else if (located.isEmpty() && silent.isPresent()) {
      String why = "is not adopted: host " + vm.host() + " is unknown: " + silent.get();
      refuse(FindingKind.UNKNOWN_HOST, wish, why, Advice.ANSWER_FIRST);
    } else if (located.isEmpty()) {
      refuse(
          FindingKind.NOT_FOUND,
          wish,
          "cannot be adopted: there is no domain " + uuid + " on " + vm.host(),
          "Look for it with 'xl list -v', and write the UUID and DOM0 that you find; or take the"
              + " attribute 'adopt' off to have the VM created.");
    } else {
      return adopt(wish, located.get(0));
    }
    return Optional.empty();
  }

  private Optional<Intent> adopt(Wish wish, Located located) {
    Vm vm = wish.vm();
    Domain domain = located.domain();
    if (!located.host().equals(vm.host())) {
      refuse(
          FindingKind.NOT_FOUND,
          wish,
          "cannot be adopted: its domain is on " + located.host() + ", not on " + vm.host(),
          "Write that address as its DOM0; it can be moved when it is ours.");
    } else if (!domain.name().equals(vm.name().value())) {
      refuse(
          FindingKind.NAME_CONFLICT,
          wish,
          "cannot be adopted: its domain has another name on " + located.host(),
          "Give the VM the domain's name, or rename the domain with 'xl rename'.");
    } else if (domain.state() != DomainState.RUNNING) {
      refuse(
          FindingKind.ODD_STATE,
          wish,
          "cannot be adopted: its domain is " + domain.state().label(),
          "Bring it to run, and drop the file again.");
    } else {
      return Optional.of(change(wish, domain));
    }
    return Optional.empty();
  }

  private Intent change(Wish wish, Domain domain) {
    Vm now = Comparison.sizeOf(domain, wish.vm());
    Vm taken =
        wish.vm()
            .sized(
                Math.min(now.vcpus(), wish.vm().vcpus()),
                Math.min(now.memory(), wish.vm().memory()));
    if (!taken.equals(wish.vm())) {
      findings.add(
          FindingKind.NOT_POSSIBLE,
          wish.vm(),
          "is adopted with "
              + String.join(" and ", Differences.between(taken, taken, wish.vm()))
              + " left for later: how far the domain can grow while it runs is not known",
          "Drop the file again when it is adopted; the plan then says what a restart costs.");
    }
    String config = configs.kept(taken, wish.uuid(), Ceiling.of(now));
    return new Intent.Change(
        wish.set(),
        wish.uuid(),
        taken,
        now,
        domain.memory(),
        config,
        config,
        Optional.of(Manner.ADOPT),
        Optional.empty(),
        Differences.between(now, now, taken));
  }

  private void refuse(FindingKind kind, Wish wish, String message, String advice) {
    findings.add(kind, wish.vm(), message, advice);
  }
}
