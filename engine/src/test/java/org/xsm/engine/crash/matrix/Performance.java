package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
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
  private final Programme programme;
  private final Company company;
  private final Set<Action> ends = Matrix.ends();
  private final Hosts hosts;
  private final Slate slate;
  private Optional<KilledChild> child = Optional.empty();
  private List<String> settings = List.of();
  private int deaths;

  Performance(Path home, Programme programme, Company company) {
    this.home = home;
    this.programme = programme;
    this.company = company;
    this.hosts = new Hosts(home, programme.story().addresses());
    this.slate = Slate.in(home);
  }

  /** Plays as far as there are kills. */
  void play() {
    try {
      programme.scenes().forEach(this::play);
    } finally {
      child.ifPresent(KilledChild::close);
    }
    try (Evidence evidence = Evidence.of(home)) {
      evidence.check();
      evidence.checkNothingIsLeft();
      programme.scenes().forEach(scene -> evidence.checkEnd(scene.fileName(), scene.end()));
    }
    slate.starts().forEach(company.tally()::start);
  }

  private void play(Scene scene) {
    Map<Passage, Integer> wanted = new HashMap<>();
    hosts.heal();
    scene.preparation().accept(hosts);
    programme.shots(scene).forEach(shot -> aim(scene, shot, wanted));
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
    String verb = company.matrix().tools().get(passage.action()).orElseThrow();
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
      child = Optional.of(KilledChild.start(home, company.fast(), settings));
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

  /**
   * Counts the death, and looks at what the dead one has left; says whether all was done. Manager
   * and host may have hit the manager at the same moment: that is one death.
   */
  private boolean bury(Scene scene, Map<Passage, Integer> wanted) {
    List<List<Passage>> all = slate.deaths();
    assertThat(child.orElseThrow().exit())
        .as("exit code of the manager of %s", home)
        .isEqualTo(KilledChild.KILLED);
    child = Optional.empty();
    List<Passage> where = all.stream().skip(deaths).flatMap(List::stream).distinct().toList();
    assertThat(where).as("where the manager of %s was killed", home).isNotEmpty();
    deaths = all.size();
    int number = company.tally().kill(where);
    System.out.printf("%4d  %s %s: %s%n", number, programme.story().name(), scene.name(), where);
    where.forEach(wanted::remove);
    slate.want(wanted);
    Whereabouts.check(hosts.acts());
    try (Evidence evidence = Evidence.of(home)) {
      evidence.check();
      return evidence.isOver(scene.fileName());
    }
  }

  private void check(Scene scene, int before) {
    List<Hosts.Act> acts = hosts.acts();
    Whereabouts.check(acts);
    new Aftermath(scene, acts.subList(before, acts.size())).check(hosts);
    assertThat(hosts.installs()).as("images put on each machine").allMatch(once -> once == 1);
    assertThat(home.resolve("accepted").resolve(scene.fileName())).exists();
  }
}
