package org.xsm.workflows.run;

/**
 * How much is done at the same time.
 *
 * @param stepsAtOnce steps that run at once, over all runs
 * @param commandsPerHost steps that act on one host at once
 * @param migrationsPerHost VMs that leave or reach one host at once
 * @param deploymentsPerImage machines that fetch one image by unicast at once
 */
public record Limits(
    int stepsAtOnce, int commandsPerHost, int migrationsPerHost, int deploymentsPerImage) {
  /** The name under which a waiting step says that too many steps run. */
  public static final String STEPS_AT_ONCE = "steps-at-once";

  /** The name under which a waiting step says that its host has enough to do. */
  public static final String COMMANDS_PER_HOST = "commands-per-host";

  /** The name under which a waiting step says that a host moves enough VMs already. */
  public static final String MIGRATIONS_PER_HOST = "migrations-per-host";

  /** The name under which a waiting step says that enough machines fetch its image already. */
  public static final String DEPLOYMENTS_PER_IMAGE = "deployments-per-image";

  public Limits {
    if (stepsAtOnce < 1
        || commandsPerHost < 1
        || migrationsPerHost < 1
        || deploymentsPerImage < 1) {
      throw new IllegalArgumentException(
          "a limit must be at least 1: steps-at-once="
              + stepsAtOnce
              + ", commands-per-host="
              + commandsPerHost
              + ", migrations-per-host="
              + migrationsPerHost
              + ", deployments-per-image="
              + deploymentsPerImage);
    }
  }
}
