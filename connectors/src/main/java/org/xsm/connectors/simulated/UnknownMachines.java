package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.MacAddress;

/**
 * Machines of the simulated site that nobody has declared: each is a file {@code
 * data/simulated/unknown/00-16-3e-00-00-09}, and asks for an address whenever it is touched.
 */
record UnknownMachines(Path folder) {
  private static final String REASON = "no address available";

  /** Who was touched last comes last. */
  List<Stranger> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> read(file).stream())
          .sorted(Comparator.comparing(Stranger::lastSeen))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("unknown machines of the simulated site", e);
    }
  }

  void touch(MacAddress mac) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(mac.value().replace(':', '-').toLowerCase(Locale.ROOT)), new byte[0]);
  }

  private static Optional<Stranger> read(Path file) {
    try {
      MacAddress mac = new MacAddress(file.getFileName().toString().replace('-', ':'));
      BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
      Instant last = times.lastModifiedTime().toInstant();
      Instant made = times.creationTime().toInstant();
      return Optional.of(new Stranger(mac, REASON, made.isBefore(last) ? made : last, last, 1));
    } catch (InvalidValue noMachine) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("unknown machine " + file.getFileName(), e);
    }
  }
}
