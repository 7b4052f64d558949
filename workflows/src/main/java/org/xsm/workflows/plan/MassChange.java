package org.xsm.workflows.plan;

import java.util.Optional;
import org.xsm.workflows.site.SetName;

/**
 * The guard against a file that was cut off or emptied by mistake: retiring much of a set is always
 * asked about.
 */
final class MassChange {
  private MassChange() {}

  static Optional<Finding> find(PlanningRules rules, SetName set, int before, int retires) {
    int allowed = Math.max(1, before * rules.massChangePercent() / 100);
    if (retires <= allowed) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingKind.MASS_CHANGE,
            set.value(),
            "This would retire " + retires + " of the " + before + " VMs of set " + set + ".",
            "Approve only if that is what you mean; a file that was cut off looks the same."));
  }
}
