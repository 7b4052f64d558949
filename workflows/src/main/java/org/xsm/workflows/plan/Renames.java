package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/**
 * Notices that a VM has probably got another name. A VM's name is its identity, so it is retired
 * and another one created, and whoever only meant to rename it must know that before.
 */
final class Renames {
  private Renames() {}

  /** One for each retired VM whose addresses or whole description a new one has. */
  static List<Finding> find(SetName set, List<Intent> retires, List<Intent> wanted) {
    List<Vm> gone =
        retires.stream()
            .filter(intent -> intent instanceof Intent.Retire && intent.set().equals(set))
            .map(Intent::vm)
            .toList();
    List<Vm> fresh =
        wanted.stream().filter(Intent.Create.class::isInstance).map(Intent::vm).toList();
    List<Finding> findings = new ArrayList<>();
    if (!gone.isEmpty() && !fresh.isEmpty()) {
      gone.forEach(old -> find(old, fresh, findings));
      if (findings.isEmpty() && gone.size() == 1 && fresh.size() == 1) {
        find(gone.get(0), fresh, Renames::isAlike, findings);
      }
    }
    return findings;
  }

  private static void find(Vm old, List<Vm> fresh, List<Finding> findings) {
    find(old, fresh, Renames::hasItsAddress, findings);
  }

  private static void find(
      Vm old, List<Vm> fresh, BiPredicate<Vm, Vm> isSame, List<Finding> findings) {
    fresh.stream()
        .filter(other -> isSame.test(old, other))
        .findFirst()
        .ifPresent(other -> findings.add(renamed(old, other)));
  }

  private static boolean hasItsAddress(Vm old, Vm fresh) {
    return old.mac().equals(fresh.mac())
        || old.ip() instanceof IpSetting.Fixed one
            && fresh.ip() instanceof IpSetting.Fixed other
            && one.address().equals(other.address());
  }

  private static boolean isAlike(Vm old, Vm fresh) {
    return old.template().equals(fresh.template())
        && old.host().equals(fresh.host())
        && old.memory() == fresh.memory()
        && old.vcpus() == fresh.vcpus();
  }

  private static Finding renamed(Vm old, Vm fresh) {
    return new Finding(
        FindingKind.RENAMED,
        fresh.name().value(),
        fresh.name()
            + " looks like "
            + old.name()
            + " under another name. A VM is known by its name: "
            + old.name()
            + " is shut down and retired, and "
            + fresh.name()
            + " is created as a new VM.",
        "If you only meant to rename it, write "
            + old.name()
            + " again; a running VM cannot be renamed.");
  }
}
