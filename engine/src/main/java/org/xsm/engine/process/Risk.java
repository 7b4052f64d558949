package org.xsm.engine.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Deed;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.VmStep;

/** What the approval policy is told about a plan. */
record Risk(Plan plan) {
  /** By the names that the tables use. */
  Map<String, Object> facts() {
    return Map.of(
        "creates",
        count(Deed.CREATE),
        "retires",
        count(Deed.RETIRE),
        "moves",
        count(Deed.MOVE),
        "restarts",
        staying(Cost.RESTART),
        "downtimes",
        staying(Cost.DOWNTIME),
        "cost",
        plan.cost().label(),
        "massChange",
        plan.isMassChange(),
        "findings",
        plan.findings().size());
  }

  private int count(Deed deed) {
    return plan.deeds().getOrDefault(deed, List.of()).size();
  }

  /** How many VMs that stay have to bear this. */
  private int staying(Cost cost) {
    Stream<UUID> vms =
        plan.vmSteps().stream()
            .filter(step -> step.cost() == cost)
            .filter(step -> !step.endsVm())
            .map(VmStep::uuid);
    return (int) vms.distinct().count();
  }
}
