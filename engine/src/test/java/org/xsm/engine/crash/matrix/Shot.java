package org.xsm.engine.crash.matrix;

import org.xsm.engine.crash.child.Passage;

/**
 * A kill that is meant to be.
 *
 * @param scene where: the names of a story and of one of its scenes
 * @param turn at which time that a task comes there; which of the scene's hosts, where the host's
 *     tool kills
 */
record Shot(Passage passage, Place scene, int turn) {
  /** A scene of a story. */
  record Place(String story, String scene) {}
}
