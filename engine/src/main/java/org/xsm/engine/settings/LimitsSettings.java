package org.xsm.engine.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.run.Limits;

/**
 * How much is done at once and how long things may take ({@code xsm.limits}).
 *
 * @param stepsAtOnce steps that run at once, over all runs
 * @param commandsPerHost steps that act on one host at once
 * @param migrationsPerHost VMs that leave or reach one host at once
 * @param deploymentsPerImage machines that fetch one image by unicast at once; the machines of an
 *     image session always run together, and count as one step
 * @param shutdownTimeout how long a guest may take to shut down before it is destroyed
 * @param stageTimeout how long a machine that is deployed may take from one stage to the next, or
 *     stand still in the transfer of its image
 * @param approvalExpiry how long a plan waits for approval before it expires
 * @param approvalReminder how often approvers are reminded of a plan that waits for them
 * @param massChangePercent retiring more than this share of a set (and more than one VM) is always
 *     asked about
 * @param guestOverhead memory in MiB that Xen needs for a guest beyond the guest's own
 */
@ConfigurationProperties("xsm.limits")
public record LimitsSettings(
    @DefaultValue("32") int stepsAtOnce,
    @DefaultValue("4") int commandsPerHost,
    @DefaultValue("2") int migrationsPerHost,
    @DefaultValue("4") int deploymentsPerImage,
    @DefaultValue("60s") Duration shutdownTimeout,
    @DefaultValue("10m") Duration stageTimeout,
    @DefaultValue("14d") Duration approvalExpiry,
    @DefaultValue("1d") Duration approvalReminder,
    @DefaultValue("30") int massChangePercent,
    @DefaultValue("8") int guestOverhead) {

  /** The limits on steps. */
  public Limits limits() {
    return new Limits(stepsAtOnce, commandsPerHost, migrationsPerHost, deploymentsPerImage);
  }
}
