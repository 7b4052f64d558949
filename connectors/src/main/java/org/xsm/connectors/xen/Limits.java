package org.xsm.connectors.xen;

import java.time.Duration;

/**
 * How long hosts and guests may take.
 *
 * @param look to answer a question
 * @param command to end an operation, before we answer that it is in progress
 * @param guest a guest, to follow when its VCPUs or its memory are changed
 * @param migration a migration, for each GiB of the guest's memory
 */
public record Limits(Duration look, Duration command, Duration guest, Duration migration) {
  private static final int GIB = 1024;

  /**
   * How long the migration of a guest may take; the first GiB counts as a whole one.
   *
   * @param memory of the guest, in MiB
   */
  Duration migration(int memory) {
    return migration.multipliedBy(Math.max(memory, GIB)).dividedBy(GIB);
  }
}
