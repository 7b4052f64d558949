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
    Standing standing = Standing.of(wish, located);
    String kept = configs.kept(wish.vm(), wish.uuid(), standing.ceiling());
    boolean restarts = standing.isOther(kept) || standing.isBeyond();
    List<String> differences = standing.differences(kept);
    if (differences.isEmpty() && travel.isEmpty()) {
      return Optional.empty();
    }
    Manner manner = restarts ? Manner.RESTART : Manner.LIVE;
    return Optional.of(
        new Intent.Change(
            wish.set(),
            wish.uuid(),
            wish.vm(),
            standing.now(),
            located.domain().memory(),
            configNow(standing),
            restarts ? configs.fresh(wish.vm(), wish.uuid()) : kept,
            Optional.of(manner).filter(any -> !differences.isEmpty()),
            travel,
            differences));
  }

  /**
   * A VM between what it was and what it is to be.
   *
   * @param made as we made it
   * @param now as it is
   * @param written the config that we wrote last
   * @param ceiling how far it can grow while it runs
   */
  private record Standing(
      Wish wish, Vm made, Vm now, Optional<WrittenConfig> written, Ceiling ceiling) {
    static Standing of(Wish wish, Located located) {
      Vm made = wish.last().map(UndertakenVm::vm).orElse(wish.vm());
      Vm now = sizeOf(located.domain(), made).at(located.host());
      Optional<WrittenConfig> written =
          wish.last().flatMap(UndertakenVm::guestConfig).map(WrittenConfig::new);
      Ceiling ceiling = written.flatMap(WrittenConfig::ceiling).orElseGet(() -> Ceiling.of(now));
      return new Standing(wish, made, now, written, ceiling);
    }

    boolean isBeyond() {
      return !ceiling.holds(wish.vm());
    }

    /** Whether more than the size is to change. */
    boolean isOther(String config) {
      return written
          .map(last -> !last.isButForSize(config))
          .orElseGet(
              () ->
                  !made.mac().equals(wish.vm().mac())
                      || !made.ip().equals(wish.vm().ip())
                      || !made.template().equals(wish.vm().template()));
    }

    List<String> differences(String config) {
      List<String> differences = new ArrayList<>(Differences.between(made, now, wish.vm()));
      if (differences.isEmpty() && isOther(config)) {
        differences.add("the content of its template " + made.template() + " has changed");
      }
      if (isBeyond()) {
        differences.add(
            "beyond the "
                + ceiling.vcpus()
                + " VCPUs and "
                + ceiling.memory()
                + " MiB that it can have while it runs");
      }
      return differences;
    }
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

  /** What the guest runs by; where nobody wrote it down, what it most likely does. */
  private String configNow(Standing standing) {
    Wish wish = standing.wish();
    Vm now = standing.now();
    Vm known = configs.has(now.template()) ? now : wish.vm().sized(now.vcpus(), now.memory());
    return standing
        .written()
        .map(text -> text.sized(now))
        .orElseGet(() -> configs.kept(known, wish.uuid(), Ceiling.of(now)));
  }
}
