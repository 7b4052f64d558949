package org.xsm.engine.crash.matrix;

import java.util.Collection;
import java.util.List;

/**
 * A story, and the kills that are meant to be in it.
 *
 * @param shots those of other stories are left out
 */
record Programme(Story story, List<Shot> shots) {
  static Programme of(Story story, Collection<Shot> shots) {
    return new Programme(
        story, shots.stream().filter(shot -> shot.scene().story().equals(story.name())).toList());
  }

  /** The scenes to the last in which there is a kill; at least the first. */
  List<Scene> scenes() {
    int count = story.scenes().size();
    while (count > 1 && shots(story.scenes().get(count - 1)).isEmpty()) {
      count--;
    }
    return story.scenes().subList(0, count);
  }

  List<Shot> shots(Scene scene) {
    Shot.Place place = new Shot.Place(story.name(), scene.name());
    return shots.stream().filter(shot -> shot.scene().equals(place)).toList();
  }
}
