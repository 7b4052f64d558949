package org.xsm.engine.bench;

/**
 * The least time in which steps can be carried out, in seconds: by the times that the simulated
 * hosts take for their acts and the manager's limits alone, as if manager and commands took none.
 *
 * @param steps what all steps take together
 * @param longest what the longest step takes
 * @param creates what one host's creates take together, which it makes one after the other
 */
record Bound(double steps, double longest, double creates) {
  /** The limit {@code xsm.limits.steps-at-once}, as it is by default. */
  private static final int SLOTS = 32;

  static final double CREATE = 1.5;
  static final double SHUTDOWN = 1.0;

  /** How long a stopped domain is still listed. */
  private static final double CLEANUP = 0.3;

  static final double MIGRATION_OF_A_GIB = 10;

  /** How long a guest is suspended at the end, and its old half still there. */
  private static final double HANDOVER = 0.25;

  /** Nothing but creates. */
  static Bound ofCreates(int hosts, int vmsOnEach) {
    return new Bound(hosts * vmsOnEach * CREATE, CREATE, vmsOnEach * CREATE);
  }

  /**
   * One change of a {@link ChangingSite}.
   *
   * @param moving MiB of a VM that moves
   */
  static Bound ofChange(int hosts, int moving) {
    double retire = SHUTDOWN + CLEANUP;
    double restart = retire + CREATE;
    double move = MIGRATION_OF_A_GIB * moving / 1024 + HANDOVER;
    return new Bound(
        hosts * (retire + CREATE + restart + move), Math.max(restart, move), 2 * CREATE);
  }

  double seconds() {
    return Math.max(steps / SLOTS, Math.max(longest, creates));
  }
}
