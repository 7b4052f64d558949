package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xsm.engine.crash.child.Passage;
import org.xsm.engine.crash.child.Point;

/**
 * Decides which kills are tried in a round of stories: first those of tasks that no kill has
 * touched yet, then those of points that none has touched, then any.
 */
final class Casting {
  private final Matrix matrix;
  private final Random random;

  Casting(Matrix matrix, Random random) {
    this.matrix = matrix;
    this.random = random;
  }

  /** About so many shots, or as many as there can be in one round. */
  Set<Shot> choose(List<Story> stories, Tally tally, int count) {
    List<Shot> all = new ArrayList<>(all(stories));
    Collections.shuffle(all, random);
    Set<Shot> chosen = new LinkedHashSet<>();
    Set<Object> seen = new HashSet<>();
    add(
        chosen,
        all,
        count,
        shot -> !tally.has(shot.passage().action()) && seen.add(shot.passage().action()));
    seen.clear();
    chosen.forEach(shot -> seen.add(shot.passage()));
    add(chosen, all, count, shot -> !tally.has(shot.passage()) && seen.add(shot.passage()));
    Set<Object> places = new HashSet<>();
    chosen.forEach(shot -> places.add(List.of(shot.passage(), shot.scene())));
    add(chosen, all, count, shot -> places.add(List.of(shot.passage(), shot.scene())));
    return chosen;
  }

  private static void add(Set<Shot> chosen, List<Shot> all, int count, Predicate<Shot> wanted) {
    for (Shot shot : all) {
      if (chosen.size() < count && !chosen.contains(shot) && wanted.test(shot)) {
        chosen.add(shot);
      }
    }
  }

  private List<Shot> all(List<Story> stories) {
    return matrix.passages().stream().flatMap(passage -> shots(passage, stories)).toList();
  }

  private Stream<Shot> shots(Passage passage, List<Story> stories) {
    List<Shot> shots =
        stories.stream()
            .flatMap(
                story ->
                    story.scenes().stream()
                        .filter(scene -> scene.passes(passage))
                        .flatMap(scene -> turns(passage, story, scene)))
            .toList();
    assertThat(shots).as("scenes that go through %s; add one to a story", passage).isNotEmpty();
    return shots.stream();
  }

  private static Stream<Shot> turns(Passage passage, Story story, Scene scene) {
    Shot.Place place = new Shot.Place(story.name(), scene.name());
    return Matrix.AT_HOST.contains(passage.point())
        ? Stream.of(new Shot(passage, place, passage.point() == Point.HEARD ? 0 : 1))
        : IntStream.rangeClosed(1, scene.width(passage.action()))
            .mapToObj(turn -> new Shot(passage, place, turn));
  }
}
