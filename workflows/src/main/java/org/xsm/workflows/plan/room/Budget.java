package org.xsm.workflows.plan.room;

/**
 * How much may still be tried. Counts trials, not time, so that the same input gives the same
 * answer on a slow machine.
 */
final class Budget {
  private static final int OF_ONE_SEARCH = 2_000_000;
  private static final int OF_ALL = 12_000_000;

  private int left = OF_ALL;

  /** What one search may use, at most. */
  int ofOneSearch() {
    return Math.min(left, OF_ONE_SEARCH);
  }

  void use(int trials) {
    left -= trials;
  }
}
