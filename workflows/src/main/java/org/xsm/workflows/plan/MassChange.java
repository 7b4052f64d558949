package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.site.VmSet;

/**
 * The guard against a file that was cut off or emptied by mistake: retiring much of a set is always
 * asked about.
 */
final class MassChange {
  private MassChange() {}

  static Optional<Finding> find(PlanningRules rules, VmSet before, List<Step> retires) {
    int allowed = Math.max(1, before.vms().size() * rules.massChangePercent() / 100);
    if (retires.size() <= allowed) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingKind.MASS_CHANGE,
            before.name().value(),
            "This would retire "
                + retires.size()
                + " of the "
                + before.vms().size()
                + " VMs of set "
                + before.name()
                + ".",
            "Approve only if that is what you mean; a file that was cut off looks the same."));
  }
}
