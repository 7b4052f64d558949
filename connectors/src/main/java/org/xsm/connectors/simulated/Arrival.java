package org.xsm.connectors.simulated;

import java.time.Duration;
import java.time.Instant;

/**
 * A simulated machine is ready to receive its image.
 *
 * @param machine its address
 * @param step which tells this time from all others of the machine
 * @param lasts how long its image takes when it has the network for itself
 * @param loses how many casts do not reach it whole
 */
record Arrival(String machine, long step, Instant at, Duration lasts, int loses) {
  Arrival {
    at = Instant.ofEpochMilli(at.toEpochMilli());
  }

  /** Whether it is the same time of the same machine. */
  boolean isSame(Arrival other) {
    return machine.equals(other.machine) && step == other.step;
  }
}
