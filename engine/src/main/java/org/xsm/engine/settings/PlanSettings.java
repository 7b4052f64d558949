package org.xsm.engine.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.plan.PlanningRules;

/**
 * How VMs may be changed and moved ({@code xsm.plan}).
 *
 * @param headroomVcpus how many VCPUs a guest can get beyond those that it is started with, without
 *     a restart
 * @param headroomMemory how much memory, in percent of its own, a guest can get beyond that,
 *     without a restart
 * @param shrinkPercent the least share of its memory, in percent, that a guest is left with while
 *     others pass it
 * @param shrinkFloor the least memory, in MiB, that a guest is left with while others pass it
 * @param coldMoves whether a guest may be shut down to be moved, where nothing else helps
 */
@ConfigurationProperties("xsm.plan")
public record PlanSettings(
    @DefaultValue("4") int headroomVcpus,
    @DefaultValue("50") int headroomMemory,
    @DefaultValue("50") int shrinkPercent,
    @DefaultValue("64") int shrinkFloor,
    @DefaultValue("true") boolean coldMoves) {

  /** The numbers that the planner goes by. */
  public PlanningRules rules(LimitsSettings limits) {
    return new PlanningRules(
        limits.massChangePercent(),
        limits.guestOverhead(),
        headroomVcpus,
        headroomMemory,
        shrinkPercent,
        shrinkFloor,
        coldMoves);
  }
}
