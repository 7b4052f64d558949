package org.xsm.workflows.run;

/**
 * How much is done at the same time.
 *
 * @param stepsAtOnce steps that run at once, over all runs
 * @param commandsPerHost steps that act on one host at once
 */
public record Limits(int stepsAtOnce, int commandsPerHost) {
  /** The name under which a waiting step says that too many steps run. */
  public static final String STEPS_AT_ONCE = "steps-at-once";

  /** The name under which a waiting step says that its host has enough to do. */
  public static final String COMMANDS_PER_HOST = "commands-per-host";

  public Limits {
    if (stepsAtOnce < 1 || commandsPerHost < 1) {
      throw new IllegalArgumentException(
          "a limit must be at least 1: steps-at-once="
              + stepsAtOnce
              + ", commands-per-host="
              + commandsPerHost);
    }
  }
}
