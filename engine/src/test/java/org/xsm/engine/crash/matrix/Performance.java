package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xsm.engine.crash.child.Action;
import org.xsm.engine.crash.child.Passage;
import org.xsm.engine.crash.child.Point;
import org.xsm.engine.crash.child.Slate;

/** Plays a story in a home folder, kills the manager at the given shots, and looks at the hosts. */
final class Performance {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path home;
  private final FastStart fast;
  private final Story story;
  private final List<Shot> shots;
  private final Matrix matrix;
  private final Tally tally;
  private final Set<Action> ends = Matrix.ends();
  private final Hosts hosts;
  private final Slate slate;
  private Optional<KilledChild> child = Optional.empty();
  private List<String> settings = List.of();
  private int deaths;

  Performance(
      Path home, FastStart fast, Story story, List<Shot> shots, Matrix matrix, Tally tally) {
    this.home = home;
    this.fast = fast;
    this.story = story;
    this.shots = shots;
    this.matrix = matrix;
    this.tally = tally;
    this.hosts = new Hosts(home, story.addresses());
    this.slate = Slate.in(home);
  }

  /** Plays as far as there are shots. */
  void play() {
    try {
      for (int number = 0; number <= last(); number++) {
        play(story.scenes().get(number));
      }
    } finally {
      child.ifPresent(KilledChild::close);
    }
    try (Evidence evidence = Evidence.of(home)) {
      evidence.check();
      evidence.checkNothingIsLeft();
      story
          .scenes()
          .subList(0, last() + 1)
          .forEach(scene -> evidence.checkEnd(scene.fileName(), scene.end()));
    }
    slate.starts().forEach(tally::start);
  }

  private int last() {
    int last = story.scenes().size() - 1;
    while (last > 0 && shots(story.scenes().get(last)).isEmpty()) {
      last--;
    }
    return last;
  }

  private List<Shot> shots(Scene scene) {
    Shot.Place place = new Shot.Place(story.name(), scene.name());
    return shots.stream().filter(shot -> shot.scene().equals(place)).toList();
  }

  private void play(Scene scene) {
    Map<Passage, Integer> wanted = new HashMap<>();
    hosts.heal();
    scene.preparation().accept(hosts);
    shots(scene).forEach(shot -> aim(scene, shot, wanted));
    slate.wipe();
    slate.want(wanted);
    slate.instruct(scene.person());
    int before = hosts.acts().size();
    use(scene.settings());
    drop(scene);
    awaitEnd(scene, wanted);
    check(scene, before);
  }

  private void aim(Scene scene, Shot shot, Map<Passage, Integer> wanted) {
    Passage passage = shot.passage();
    if (!Matrix.AT_HOST.contains(passage.point())) {
      wanted.put(passage, shot.turn());
      return;
    }
    String verb = matrix.tools().get(passage.action()).orElseThrow();
    String moment = passage.point() == Point.HEARD ? ".before" : ".after";
    List<String> addresses = scene.hosts(passage.action());
    hosts.program(
        addresses.get(shot.turn() % addresses.size()), verb + moment, slate.killer(passage));
  }

  /** A manager with these settings runs, or starts. */
  private void use(List<String> others) {
    if (child.isPresent() && !settings.equals(others)) {
      child.get().close();
      child = Optional.empty();
    }
    settings = others;
    start();
  }

  private void start() {
    if (child.isEmpty()) {
      child = Optional.of(KilledChild.start(home, fast, settings));
    }
  }

  private void drop(Scene scene) {
    try {
      Path inbox = Files.createDirectories(home.resolve("inbox"));
      Path written = Files.write(home.resolve(scene.fileName()), scene.file().bytes());
      Files.move(written, inbox.resolve(scene.fileName()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void awaitEnd(Scene scene, Map<Passage, Integer> wanted) {
    Instant patience = Instant.now().plus(PATIENCE);
    boolean ended = false;
    while (!ended) {
      if (child.orElseThrow().isDeadSoon()) {
        ended = bury(scene, wanted);
        patience = Instant.now().plus(PATIENCE);
      }
      ended |= slate.passed().keySet().stream().anyMatch(this::isEnd);
      assertThat(Instant.now()).as("%s stands still; see %s", scene, home).isBefore(patience);
      if (!ended) {
        start();
      }
    }
  }

  private boolean isEnd(Passage passage) {
    return passage.point() == Point.COMMITTED && ends.contains(passage.action());
  }

  /** Counts the death, and looks at what the dead one has left; says whether all was done. */
  private boolean bury(Scene scene, Map<Passage, Integer> wanted) {
    List<List<Passage>> all = slate.deaths();
    assertThat(child.orElseThrow().exit())
        .as("exit code of the manager of %s", home)
        .isEqualTo(KilledChild.KILLED);
    assertThat(all).as("deaths of the manager of %s", home).hasSize(deaths + 1);
    child = Optional.empty();
    List<Passage> where = all.get(deaths++);
    int number = tally.kill(where);
    System.out.printf("%4d  %s %s: %s%n", number, story.name(), scene.name(), where);
    where.forEach(wanted::remove);
    slate.want(wanted);
    Whereabouts.check(hosts.acts());
    try (Evidence evidence = Evidence.of(home)) {
      evidence.check();
      return evidence.find(scene.fileName()).filter(run -> run.state().isFinal()).isPresent();
    }
  }

  private void check(Scene scene, int before) {
    List<Hosts.Act> acts = hosts.acts();
    Whereabouts.check(acts);
    List<Hosts.Act> own = acts.subList(before, acts.size());
    List<String> known = new ArrayList<>();
    for (Doing doing : scene.doings()) {
      known.add(doing.vm());
      assertThat(words(own, doing.vm()))
          .as("acts on %s in %s", doing, scene)
          .matches(scene.acts(doing));
    }
    assertThat(own)
        .as("acts on others in %s", scene)
        .allMatch(act -> known.contains(act.effect().name()));
    assertThat(hosts.guests().stream().map(Performance::row).toList())
        .as("what runs after %s", scene)
        .containsExactlyInAnyOrderElementsOf(
            scene.after().vms().stream().map(Object::toString).toList());
    assertThat(home.resolve("accepted").resolve(scene.fileName())).exists();
  }

  private static String words(List<Hosts.Act> acts, String vm) {
    return String.join(
        " ",
        acts.stream()
            .filter(act -> act.effect().name().equals(vm))
            .map(Hosts.Act::toString)
            .toList());
  }

  /** A guest in the words of a file. */
  private static String row(Hosts.Guest guest) {
    return new org.xsm.engine.journey.SiteText.Row(
            guest.domain().name(),
            guest.host(),
            Math.toIntExact(guest.domain().memory()),
            guest.domain().vcpus())
        .toString();
  }
}
