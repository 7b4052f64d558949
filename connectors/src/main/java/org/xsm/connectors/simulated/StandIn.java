package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.xsm.connectors.files.AtomicFile;

/**
 * Puts the stand-in {@code xl} and {@code xm} and their library where the simulated hosts find
 * them.
 */
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

  /** What stands first on the PATH of hosts with this toolstack. */
  private static final Map<String, List<String>> PROGRAMS =
      Map.of("bin", List.of("xl", "ip", "stat"), "bin-xm", List.of("xm", "ip", "stat"));

  private StandIn() {}

  /** Writes {@code bin/}, {@code bin-xm/} and {@code lib/} in the folder, or what has changed. */
  static void install(Path folder) throws IOException {
    Path library = Files.createDirectories(folder.resolve("lib"));
    for (String name : LIBRARY) {
      AtomicFile.writeChanged(library.resolve(name), AtomicFile.PUBLIC, read(name));
    }
    for (Map.Entry<String, List<String>> each : PROGRAMS.entrySet()) {
      Path bin = Files.createDirectories(folder.resolve(each.getKey()));
      for (String name : each.getValue()) {
        AtomicFile.writeChanged(bin.resolve(name), AtomicFile.PROGRAM, read(name));
      }
    }
  }

  static byte[] read(String name) throws IOException {
    try (InputStream resource = StandIn.class.getResourceAsStream(name)) {
      return resource.readAllBytes();
    }
  }
}
