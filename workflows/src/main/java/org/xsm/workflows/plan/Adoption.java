package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.plan.Domains.Located;
import org.xsm.workflows.site.HostAddress;
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
    List<Located> located = domains.locate(wish.uuid());
    Optional<Obstacle> obstacle =
        claim(wish).or(() -> absence(wish, located)).or(() -> oddity(wish, located));
    obstacle.ifPresent(found -> findings.add(wish.vm(), found));
    return obstacle.isPresent()
        ? Optional.empty()
        : Optional.of(change(wish, located.get(0).domain()));
  }

  /** The VM or the domain is ours already. */
  private Optional<Obstacle> claim(Wish wish) {
    if (wish.last().isPresent()) {
      return Optional.of(
          new Obstacle(
              FindingKind.NAME_CONFLICT,
              "is there already, and is not the domain " + wish.uuid(),
              "Take the attribute 'adopt' off, or give the VM to be adopted another name."));
    }
    return domains
        .findOwner(wish.uuid())
        .map(
            owner ->
                new Obstacle(
                    FindingKind.NAME_CONFLICT,
                    "cannot adopt the domain " + wish.uuid() + ", which belongs to " + owner,
                    "Take the attribute 'adopt' off."));
  }

  /** The domain is not where the VM is wanted. */
  private Optional<Obstacle> absence(Wish wish, List<Located> located) {
    HostAddress host = wish.vm().host();
    if (located.stream().anyMatch(place -> place.host().equals(host))) {
      return Optional.empty();
    }
    if (!located.isEmpty()) {
      return Optional.of(
          new Obstacle(
              FindingKind.NOT_FOUND,
              "cannot be adopted: its domain is on " + located.get(0).host() + ", not on " + host,
              "Write that address as its DOM0; it can be moved when it is ours."));
    }
    return Optional.of(
        domains
            .whyUnknown(host)
            .map(why -> Advice.unknown("is not adopted: ", why))
            .orElse(
                new Obstacle(
                    FindingKind.NOT_FOUND,
                    "cannot be adopted: there is no domain " + wish.uuid() + " on " + host,
                    "Look for it with 'xl list -v', and write the UUID and DOM0 that you find; or"
                        + " take the attribute 'adopt' off to have the VM created.")));
  }

  /** The domain is there, but not so that it could be taken over. */
  private static Optional<Obstacle> oddity(Wish wish, List<Located> located) {
    Domain domain = located.get(0).domain();
    if (located.size() > 1) {
      return Optional.of(Advice.twice(located));
    } else if (!domain.name().equals(wish.vm().name().value())) {
      return Optional.of(
          new Obstacle(
              FindingKind.NAME_CONFLICT,
              "cannot be adopted: its domain has another name on " + located.get(0).host(),
              "Give the VM the domain's name, or rename the domain with 'xl rename'."));
    } else if (domain.state() != DomainState.RUNNING) {
      return Optional.of(
          new Obstacle(
              FindingKind.ODD_STATE,
              "cannot be adopted: its domain is " + domain.state().label(),
              "Bring it to run, and drop the file again."));
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
}
