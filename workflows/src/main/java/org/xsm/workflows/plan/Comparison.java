package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.plan.Domains.Located;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.Ceiling;
import org.xsm.workflows.template.WrittenConfig;

/**
 * Compares a VM that runs with how it is wanted: its size with what its host lists and with how we
 * made it, everything else with the guest config that we wrote last.
 *
 * <p>A config that is written while the guest runs keeps the limits of the one before. So the last
 * one always says how far the guest can grow as it runs, although it was started from an older one.
 */
record Comparison(GuestConfigs configs) {
  /**
   * What is to change; empty when nothing is.
   *
   * @param travel how the VM gets to the host where it is wanted; empty when it is there
   */
  Optional<Intent> compare(Wish wish, Located located, Optional<Manner> travel) {
    Vm made = wish.last().map(UndertakenVm::vm).orElse(wish.vm());
    Vm now = sizeOf(located.domain(), made).at(located.host());
    Optional<WrittenConfig> written =
        wish.last().flatMap(UndertakenVm::guestConfig).map(WrittenConfig::new);
    Ceiling ceiling = written.flatMap(WrittenConfig::ceiling).orElseGet(() -> Ceiling.of(now));
    boolean beyond = !ceiling.holds(wish.vm());
    String kept = configs.kept(wish.vm(), wish.uuid(), ceiling);
    boolean other =
        written.map(config -> !config.isButForSize(kept)).orElse(isOther(made, wish.vm()));
    List<String> differences = new ArrayList<>(Differences.between(made, now, wish.vm()));
    if (differences.isEmpty() && other) {
      differences.add("the content of its template " + wish.vm().template() + " has changed");
    }
    if (differences.isEmpty() && travel.isEmpty()) {
      return Optional.empty();
    }
    if (beyond) {
      differences.add(limits(ceiling));
    }
    boolean restarts = beyond || other;
    boolean reshapes = !differences.isEmpty();
    String config = restarts ? configs.fresh(wish.vm(), wish.uuid()) : kept;
    return Optional.of(
        new Intent.Change(
            wish.set(),
            wish.uuid(),
            wish.vm(),
            now,
            located.domain().memory(),
            written.map(text -> text.sized(now)).orElseGet(() -> assumed(wish, now)),
            config,
            reshapes ? Optional.of(restarts ? Manner.RESTART : Manner.LIVE) : Optional.empty(),
            travel,
            differences));
  }

  /** The VM with the size that its host lists, unless that is the size that it was given. */
  static Vm sizeOf(Domain domain, Vm made) {
    int memory =
        Tolerance.isSameMemory(made.memory(), domain.memory())
            ? made.memory()
            : Math.max(Vm.LEAST_MEMORY, Math.min(domain.memory(), Vm.MOST_MEMORY));
    int vcpus = Math.max(1, Math.min(domain.vcpus(), Vm.MOST_VCPUS));
    return made.sized(vcpus, memory);
  }

  private static boolean isOther(Vm made, Vm wanted) {
    return !made.mac().equals(wanted.mac())
        || !made.ip().equals(wanted.ip())
        || !made.template().equals(wanted.template());
  }

  /** What the guest most likely runs by, where nobody wrote it down. */
  private String assumed(Wish wish, Vm now) {
    Vm known = configs.has(now.template()) ? now : wish.vm().sized(now.vcpus(), now.memory());
    return configs.kept(known, wish.uuid(), Ceiling.of(now));
  }

  private static String limits(Ceiling ceiling) {
    return "beyond the "
        + ceiling.vcpus()
        + " VCPUs and "
        + ceiling.memory()
        + " MiB that it can have while it runs";
  }
}
