package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A simulated host without a server, for tests of the stand-in xl itself: like the one of the
 * transcripts.
 */
final class Dom0 {
  private static final SimulatedSettings LIKE_THE_LAB =
      new SimulatedSettings(
          1023,
          384,
          2,
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(2),
          List.of(),
          List.of());

  private final Path folder;

  /** What a command answered. */
  record Answer(int exit, String out, String err) {}

  private Dom0(Path folder) {
    this.folder = folder;
  }

  static Dom0 in(Path site) throws IOException {
    return in(site, "192.168.5.101");
  }

  /** A host of this address in the site. */
  static Dom0 in(Path site, String address) throws IOException {
    StandIn.install(site);
    Path folder = Files.createDirectories(site.resolve(address));
    new HostFolder(folder, LIKE_THE_LAB, Clock.systemUTC()).furnish();
    Dom0 dom0 = new Dom0(folder);
    dom0.put("xen/settings", Files.readString(folder.resolve("xen/settings")) + "name=xen1\n");
    for (String guest : List.of("g1", "g2", "g3", "u", "p")) {
      dom0.put(guest + ".cfg", resource("guests/" + guest + ".cfg"));
    }
    return dom0;
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Dom0.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Path folder() {
    return folder;
  }

  SimulatedHost host() {
    return new SimulatedHost(folder);
  }

  void put(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command as the host's shell does, in the host's folder. */
  Answer run(String command) {
    try {
      Path errors = Files.createTempFile("errors", ".txt");
      Process process = shell(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Answer answer = new Answer(process.waitFor(), out, Files.readString(errors));
      Files.delete(errors);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder shell(String command) {
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
    shell.environment().compute("PATH", (key, path) -> folder + "/../bin:" + path);
    shell.environment().put("XSM_SIMULATED_HOST", folder.toString());
    return shell;
  }
}
