package org.xsm.engine.crash;

import java.util.function.BooleanSupplier;

/**
 * When to kill: some time after something has happened.
 *
 * @param delay milliseconds
 */
record Moment(String what, BooleanSupplier happened, long delay) {
  static Moment when(String what, BooleanSupplier happened, int delay) {
    return new Moment(what, happened, delay);
  }

  /** After something that has happened just now. */
  static Moment after(String what, int delay) {
    return new Moment(what, () -> true, delay);
  }

  boolean hasCome() {
    return happened.getAsBoolean();
  }

  @Override
  public String toString() {
    return delay + " ms after " + what;
  }
}
