package org.xsm.workflows.plan.room;

/** What helps guests that wait for each other's memory, the cheapest first. */
public enum Remedy {
  /** A stop over on a third host. */
  DETOUR,
  /** Making a guest smaller for a while. */
  SHRINK,
  /** Shutting a guest down until there is room for it where it is wanted. */
  STOP
}
