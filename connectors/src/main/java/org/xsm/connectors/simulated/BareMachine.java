package org.xsm.connectors.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.xsm.connectors.bootserver.Change;
import org.xsm.connectors.files.AtomicFile;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;

/**
 * One machine of the simulated site, which may stand there before there is a host on it. All that
 * it is lies in {@code machine/} in the host's folder, so it outlives the manager; it walks
 * whenever somebody looks, as far as it would have come by then. A folder that was a host before
 * anybody spoke of a machine is one that runs from its disk.
 */
final class BareMachine {
  static final String STATE = "machine/state";
  private static final String WAY = "machine/way";
  static final String BUTTON = "machine/power";

  private final Path folder;
  private final SimulatedSettings settings;
  private final Clock clock;
  private final ImageLink link;
  private final MachineDisk disk;

  /** What stands in the file, once it was read or written. */
  private Walk known;

  /**
   * @param folder {@code data/simulated/ADDRESS}
   * @param link by which its image comes
   */
  BareMachine(Path folder, SimulatedSettings settings, Clock clock, ImageLink link) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.link = link;
    disk = new MachineDisk(folder, settings, clock);
  }

  Path folder() {
    return folder;
  }

  /** The file that is its button. */
  Path button() {
    return folder.resolve(BUTTON);
  }

  /** Puts a bare machine here, switched off; a host or a machine that is here stays as it is. */
  synchronized Change meet() throws IOException {
    if (isMachine() || disk.isHost()) {
      return Change.SAME;
    }
    Files.createDirectories(folder.resolve("faults"));
    if (!Files.exists(folder.resolve(Surroundings.INSTALL_TIME))) {
      write(Surroundings.INSTALL_TIME, HostFolder.seconds(settings.installTime()));
    }
    save(Walk.at(Position.OFF));
    return Change.CREATED;
  }

  /** Makes it a host, unless it is a machine whose disk has not started yet. */
  synchronized void furnish() throws IOException {
    if (!isMachine() || walk().position().isAnswering()) {
      disk.furnish();
    }
  }

  /** Whether there is a system on it that answers, but for faults of that. */
  synchronized boolean isAnswering() throws IOException {
    return !isMachine() && !Files.exists(folder.resolve(BUTTON)) || walk().position().isAnswering();
  }

  /** Whether one who asks its system for something would get an answer. */
  synchronized boolean isAlive() throws IOException {
    return isAnswering()
        && !Files.exists(folder.resolve("faults/refuse"))
        && !Files.exists(folder.resolve("faults/hang"));
  }

  synchronized boolean isOn() throws IOException {
    return walk().position() != Position.OFF;
  }

  /** Switches it on, if it is off. */
  synchronized void switchOn(Position start) throws IOException {
    Walk walk = walk();
    if (walk.position() == Position.OFF) {
      save(walk.moved(start, clock.instant()));
    }
  }

  /** Starts it anew, once for a note. */
  synchronized void restart(String note, Position start) throws IOException {
    once(note, walk -> walk.moved(start, clock.instant()));
  }

  /** Switches it off, if it is on, and notes that. */
  synchronized void switchOff(String note) throws IOException {
    Walk walk = walk();
    if (walk.position() != Position.OFF) {
      save(walk.moved(Position.OFF, clock.instant()).noting(note));
    }
  }

  synchronized void note(String note) throws IOException {
    once(note, UnaryOperator.identity());
  }

  synchronized boolean hasNoted(String note) throws IOException {
    return walk().notes().contains(note);
  }

  private void once(String note, UnaryOperator<Walk> change) throws IOException {
    Walk walk = walk();
    if (!walk.notes().contains(note)) {
      save(change.apply(walk).noting(note));
    }
  }

  /** Lays down what the machine finds on its way. */
  synchronized Change put(String file, String line) throws IOException {
    walk();
    String before = Surroundings.text(folder.resolve(file));
    if (before.equals(line)) {
      return Change.SAME;
    }
    write(file, line);
    return before.isEmpty() ? Change.CREATED : Change.CHANGED;
  }

  synchronized Change remove(String file) throws IOException {
    walk();
    return Files.deleteIfExists(folder.resolve(file)) ? Change.REMOVED : Change.ABSENT;
  }

  /** See {@link org.xsm.workflows.machine.MachineWatch#begin}. */
  synchronized Change beginWay(OperationId operation) throws IOException {
    if (Surroundings.text(folder.resolve(WAY)).startsWith(operation + " ")) {
      return Change.SAME;
    }
    write(WAY, operation + " " + walk().steps());
    return Change.CREATED;
  }

  /** See {@link org.xsm.workflows.machine.MachineWatch#look}. */
  synchronized Progress look() throws IOException {
    String way = Surroundings.text(folder.resolve(WAY));
    if (way.isEmpty()) {
      return Progress.NONE;
    }
    Walk walk = walk();
    boolean fresh = walk.steps() > Long.parseLong(way.substring(way.indexOf(' ') + 1));
    return fresh ? told(walking(walk).progress(walk)) : Progress.NONE;
  }

  /** Once it is installed, it says what it has received. */
  private Progress told(Progress seen) throws IOException {
    if (seen.stage().filter(stage -> !stage.isBefore(Stage.INSTALLED)).isEmpty()) {
      return seen;
    }
    Optional<Receipt.Way> way = link.way(name(), clock.instant());
    return way.isPresent() ? seen.with(new Receipt(way.get(), MachineDisk.sum(image()))) : seen;
  }

  /** The image that is assigned to it. */
  String image() throws IOException {
    return Surroundings.text(folder.resolve(Surroundings.IMAGE)).split(" ")[0];
  }

  private String name() {
    return folder.getFileName().toString();
  }

  private boolean isMachine() {
    return Files.exists(folder.resolve(STATE));
  }

  /** Lets everything happen that would have happened by now. */
  private Walk walk() throws IOException {
    Walk walk = pressed(saved());
    if (walk.position().isEnd()) {
      return walk;
    }
    for (Optional<Walk> next = next(walk); next.isPresent(); next = next(walk)) {
      if (next.get().steps() > walk.steps()) {
        disk.enter(next.get());
      }
      walk = next.get();
      save(walk);
    }
    return walk;
  }

  private Optional<Walk> next(Walk walk) throws IOException {
    return walking(walk).next(walk);
  }

  private Walking walking(Walk walk) throws IOException {
    Surroundings around = around();
    Instant now = clock.instant();
    Optional<Span> transfer =
        walk.position() == Position.TRANSFER
            ? link.span(arrival(walk, around), around.delivery(), now)
            : Optional.empty();
    return new Walking(around, now, transfer);
  }

  private Arrival arrival(Walk walk, Surroundings around) {
    Duration lasts = walk.position().time(around.installation());
    return new Arrival(name(), walk.steps(), walk.since(), lasts, around.loses());
  }

  private Walk saved() throws IOException {
    if (!isMachine()) {
      return Walk.at(disk.isHost() ? Position.XEN_UP : Position.OFF);
    }
    if (known == null) {
      known = Walk.parse(Files.readString(folder.resolve(STATE)));
    }
    return known;
  }

  /**
   * Somebody wrote the file that is the button, which counts once: it is noted and then removed.
   */
  private Walk pressed(Walk walk) throws IOException {
    Path button = button();
    if (!Files.exists(button)) {
      return walk;
    }
    String press = "button:" + Files.getLastModifiedTime(button).to(TimeUnit.MICROSECONDS);
    Walk after = walk;
    if (!walk.notes().contains(press)) {
      boolean off = Surroundings.text(button).equals("off");
      Position start = off ? Position.OFF : Position.FROM_NETWORK;
      after = walk.moved(start, clock.instant()).noting(press);
      save(after);
    }
    Files.deleteIfExists(button);
    return after;
  }

  private Surroundings around() throws IOException {
    return Surroundings.of(folder, settings.installTime());
  }

  private void save(Walk walk) throws IOException {
    if (!isMachine() && disk.isHost()) {
      disk.adopt();
    }
    write(STATE, walk.text().stripTrailing());
    known = walk;
  }

  private void write(String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    AtomicFile.write(target, AtomicFile.PUBLIC, text + "\n");
  }
}
