package org.xsm.workflows.plan;

/**
 * The numbers that the planner goes by.
 *
 * @param massChangePercent retiring more than this share of a set's VMs (and more than one) is a
 *     mass change
 * @param guestOverhead memory in MiB that Xen needs for a guest beyond the guest's own, at most
 * @param headroomVcpus how many VCPUs beyond those wanted a guest is started with room for
 * @param headroomMemory how much memory beyond the wanted a guest is started with room for, in
 *     percent of the wanted
 * @param shrinkPercent the least share of its memory, in percent, that a guest may be left with
 *     while others pass it
 * @param shrinkFloor the least memory, in MiB, that a guest may be left with while others pass it
 * @param coldMoves whether a guest may be shut down to be moved, where nothing else helps
 */
public record PlanningRules(
    int massChangePercent,
    int guestOverhead,
    int headroomVcpus,
    int headroomMemory,
    int shrinkPercent,
    int shrinkFloor,
    boolean coldMoves) {
  public static final PlanningRules DEFAULT = new PlanningRules(30, 8, 4, 50, 50, 64, true);

  public PlanningRules {
    requirePercent("massChangePercent", massChangePercent);
    requirePercent("shrinkPercent", shrinkPercent);
    requireNotNegative("guestOverhead", guestOverhead);
    requireNotNegative("headroomVcpus", headroomVcpus);
    requireNotNegative("headroomMemory", headroomMemory);
    requireNotNegative("shrinkFloor", shrinkFloor);
  }

  private static void requirePercent(String name, int value) {
    requireNotNegative(name, value);
    if (value > 100) {
      throw new IllegalStateException("not possible as " + name + ": " + value + " %");
    }
  }

  private static void requireNotNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalStateException("not possible as " + name + ": " + value);
    }
  }

  /** The least memory in MiB to which a guest of this memory may be shrunk for a while. */
  int floor(int memory) {
    return Math.min(
        memory, Math.max(shrinkFloor, (int) (((long) memory * shrinkPercent + 99) / 100)));
  }
}
