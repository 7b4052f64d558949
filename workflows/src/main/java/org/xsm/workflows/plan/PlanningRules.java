package org.xsm.workflows.plan;

/**
 * The numbers that the planner goes by.
 *
 * @param massChangePercent retiring more than this share of a set's VMs (and more than one) is a
 *     mass change
 * @param guestOverhead memory in MiB that Xen needs for a guest beyond the guest's own
 */
public record PlanningRules(int massChangePercent, int guestOverhead) {
  public static final PlanningRules DEFAULT = new PlanningRules(30, 8);

  public PlanningRules {
    if (massChangePercent < 0 || massChangePercent > 100 || guestOverhead < 0) {
      throw new IllegalStateException(
          "not possible as planning rules: " + massChangePercent + " %, " + guestOverhead);
    }
  }
}
