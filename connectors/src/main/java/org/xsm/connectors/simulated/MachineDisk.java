package org.xsm.connectors.simulated;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.connectors.files.AtomicFile;

/**
 * What is on the disk of a simulated machine: a host's folder, which an installation destroys and
 * the next start from the disk makes anew. Everything may be done again after it was cut off.
 */
final class MachineDisk {
  /** One line for each installation that began or was finished. */
  static final String INSTALLS = "machine/installs.log";

  static final String BEGUN = "begun";
  static final String FINISHED = "finished";

  /** What is not on the disk: the machine itself, and what was told to it or noted about it. */
  private static final Set<String> NOT_ON_IT =
      Set.of("machine", "faults", "times", "effects.log", "ssh_host_ed25519_key", "xen/settings");

  private final Path folder;
  private final SimulatedSettings settings;
  private final Clock clock;

  /**
   * @param folder the host's
   */
  MachineDisk(Path folder, SimulatedSettings settings, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether it is, or is becoming, the folder of a host. */
  boolean isHost() {
    return Files.exists(folder.resolve("xen/domains"));
  }

  void furnish() throws IOException {
    HostFolder host = new HostFolder(folder, settings, clock);
    List<String> system = List.of(Surroundings.text(folder.resolve(Surroundings.DISK)).split(" "));
    if (system.size() == 2) {
      host.furnish(system.get(1));
    } else {
      host.furnish();
    }
  }

  /** Takes a host that is there for what is on the disk. */
  void adopt() throws IOException {
    Path disk = folder.resolve(Surroundings.DISK);
    Files.createDirectories(disk.getParent());
    if (!Files.exists(disk)) {
      AtomicFile.write(disk, AtomicFile.PUBLIC, "something\n");
    }
  }

  /** The SHA-256 of an image as it is sent; of a simulated one, of its name. */
  static String sum(String image) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(image.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** What becomes of it when the machine comes to a position. */
  void enter(Walk walk) throws IOException {
    switch (walk.position()) {
      case TRANSFER -> wipe(walk);
      case INSTALLED -> install(walk);
      case LOCAL_BOOT -> start();
      default -> {}
    }
  }

  private void wipe(Walk walk) throws IOException {
    Files.deleteIfExists(folder.resolve(Surroundings.DISK));
    delete(folder);
    log(BEGUN, walk);
  }

  private void install(Walk walk) throws IOException {
    Path image = folder.resolve(Surroundings.IMAGE);
    AtomicFile.write(folder.resolve(Surroundings.DISK), AtomicFile.PUBLIC, Files.readString(image));
    log(FINISHED, walk);
  }

  /** Its guests did not outlive that it was switched off. */
  private void start() throws IOException {
    delete(folder.resolve("xen/domains"));
    delete(folder.resolve("xen/domids"));
    furnish();
  }

  private void delete(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    Set<Path> kept = NOT_ON_IT.stream().map(folder::resolve).collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        boolean stays =
            kept.stream().anyMatch(each -> file.startsWith(each) || each.startsWith(file));
        if (!stays) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void log(String what, Walk walk) throws IOException {
    Path log = folder.resolve(INSTALLS);
    String mark = "\t" + what + "\t" + walk.steps() + "\t";
    if (!Files.exists(log) || !Files.readString(log).contains(mark)) {
      String image = Surroundings.text(folder.resolve(Surroundings.IMAGE));
      String line = walk.since().toEpochMilli() + mark + image + "\n";
      Files.writeString(log, line, CREATE, APPEND);
    }
  }
}
