package org.xsm.workflows.command;

/** Carries commands out on real or simulated hosts. */
public interface Connector {
  /**
   * Looks, then acts where it is needed, then looks. Safe to be called again with the same command
   * at any time, also after the manager was killed in the middle of an earlier call. Blocks until
   * there is an answer.
   */
  Outcome carryOut(Command command);
}
