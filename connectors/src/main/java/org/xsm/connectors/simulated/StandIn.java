package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts the stand-in {@code xl} and its library where the simulated hosts find them. */
final class StandIn {
  private static final List<String> LIBRARY =
      List.of(
          "state.sh",
          "list.sh",
          "create.sh",
          "change.sh",
          "end.sh",
          "migrate.sh",
          "config.awk",
          "guest.awk",
          "json.awk",
          "usage.txt");

  private static final List<String> PROGRAMS = List.of("xl", "ip", "stat");

  private StandIn() {}

  /** Writes {@code bin/xl} and {@code lib/} in the folder, or what has changed of them. */
  static void install(Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path library = Files.createDirectories(folder.resolve("lib"));
    for (String name : LIBRARY) {
      AtomicFile.writeChanged(library.resolve(name), AtomicFile.PUBLIC, read(name));
    }
    for (String name : PROGRAMS) {
      AtomicFile.writeChanged(bin.resolve(name), AtomicFile.PROGRAM, read(name));
    }
  }

  static byte[] read(String name) throws IOException {
    try (InputStream resource = StandIn.class.getResourceAsStream(name)) {
      return resource.readAllBytes();
    }
  }
}
