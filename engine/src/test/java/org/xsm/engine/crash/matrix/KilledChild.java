package org.xsm.engine.crash.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.xsm.engine.crash.RunningJar;
import org.xsm.engine.crash.child.Child;
import org.xsm.engine.crash.child.Slate;
import org.xsm.engine.launch.Archives;

/**
 * A manager in a process of its own: the built jar and its class-data archive, behind it a jar with
 * the classes beside {@link Child}. (A folder of classes would keep the archive from being used.)
 */
final class KilledChild implements AutoCloseable {
  /** What the system says of a process that was killed by the signal 9. */
  static final int KILLED = 128 + 9;

  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms256m",
          "-Xmx256m",
          "-Xmn128m",
          "-Xlog:disable",
          "-Xlog:all=error");
  private static final List<String> SETTINGS =
      List.of(
          "--xsm.simulated.create-time=200ms",
          "--xsm.simulated.shutdown-time=300ms",
          "--xsm.simulated.migrate-time=1s",
          "--xsm.simulated.acknowledge-time=1s",
          "--xsm.observation.period=1h",
          "--xsm.ssh.login-timeout=2m");

  private final Process process;

  private KilledChild(Process process) {
    this.process = process;
  }

  /** Starts it; what it prints is added to {@code HOME/manager.log}. */
  static KilledChild start(Path home, Path classes, List<String> settings) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(OPTIONS);
    Archives.of(RunningJar.jar()).ifPresent(file -> words.add("-XX:SharedArchiveFile=" + file));
    words.addAll(List.of("-cp", RunningJar.jar() + ":" + classes, Child.class.getName()));
    words.add("--xsm.home=" + home);
    words.addAll(SETTINGS);
    words.addAll(settings);
    try {
      ProcessBuilder command = new ProcessBuilder(words).redirectErrorStream(true);
      command.redirectOutput(
          ProcessBuilder.Redirect.appendTo(home.resolve("manager.log").toFile()));
      Process process = command.start();
      Slate.in(home).name(process.pid());
      return new KilledChild(process);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Packs the classes of the child. */
  static Path pack(Path folder) {
    String place = Child.class.getPackageName().replace('.', '/');
    try {
      Path classes =
          Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path jar = folder.resolve("child.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
          Stream<Path> files = Files.list(classes.resolve(place))) {
        for (Path file : files.toList()) {
          out.putNextEntry(new JarEntry(place + "/" + file.getFileName()));
          Files.copy(file, out);
        }
      }
      return jar;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } catch (java.net.URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Waits a moment; says whether it is dead. */
  boolean isDeadSoon() {
    try {
      return process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  /** How it has ended. */
  int exit() {
    return process.exitValue();
  }

  /** {@code kill -9}. */
  @Override
  public void close() {
    process.destroyForcibly();
    while (!isDeadSoon()) {}
  }
}
