package org.xsm.workflows.plan;

/**
 * How far what a host lists may be from what was asked, and still be the same. Memory in the list
 * of {@code xl} or {@code xm} is what the guest has at the moment, in whole MiB rounded down: the
 * balloon driver stops some pages short, and an HVM guest's video memory and firmware pages are
 * counted or not, as the version will. Nothing of that is more than 8 MiB or, for large guests, a
 * 64th. VCPUs are listed in whole numbers, those that are online; a guest brings all that it was
 * given online while it boots, so any other number means that somebody has changed it.
 */
final class Tolerance {
  private static final int MIB = 8;
  private static final int PART = 64;

  private Tolerance() {}

  /** Whether a guest that was given so much memory (MiB) may be listed with so much. */
  static boolean isSameMemory(int given, int listed) {
    return Math.abs((long) given - listed) <= Math.max(MIB, given / PART);
  }
}
