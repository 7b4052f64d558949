package org.xsm.engine.work;

import org.xsm.workflows.command.Outcome;

/**
 * One kind of work that drawings ask for. Holds no database connection while it waits for the
 * world.
 */
interface Topic {
  /** The name in the drawings, such as {@code xen.create}. */
  String name();

  /** Whether the work may change something on a host, and so must not begin while it is stopped. */
  default boolean acts() {
    return !name().startsWith("site.");
  }

  /** Does the work; blocks until there is an answer. */
  Outcome handle(Job job);
}
