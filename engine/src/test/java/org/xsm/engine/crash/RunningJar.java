package org.xsm.engine.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.xsm.engine.journey.Caller;
import org.xsm.engine.launch.Archives;

/**
 * The built jar in a process of its own, small enough to be started dozens of times, and in the
 * hands of somebody who means to kill it.
 */
public final class RunningJar implements AutoCloseable {
  private static final List<String> SMALL = List.of("-Xmx384m");
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Process process;
  private final Path home;
  private final int port;
  private final Instant started = Instant.now();

  private RunningJar(Process process, Path home, int port) {
    this.process = process;
    this.home = home;
    this.port = port;
  }

  /** Starts the jar on this home folder; what it prints is added to {@code HOME/manager.log}. */
  public static RunningJar start(Path home, String... settings) {
    return startWith(SMALL, home, settings);
  }

  /** Starts the jar with these options of the virtual machine. */
  public static RunningJar startWith(List<String> options, Path home, String... settings) {
    int port = freePort();
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-jar", jar().toString()));
    words.addAll(List.of("--xsm.home=" + home, "--server.port=" + port));
    words.addAll(List.of(settings));
    try {
      Files.createDirectories(home);
      ProcessBuilder command = new ProcessBuilder(words).redirectErrorStream(true);
      command.redirectOutput(
          ProcessBuilder.Redirect.appendTo(home.resolve("manager.log").toFile()));
      return new RunningJar(command.start(), home, port);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Where the tests run, the jar is at hand; {@code -Dxsm.jar} names another. */
  public static Path jar() {
    return Stream.of(System.getProperty("xsm.jar", ""), "target/xsm.jar", "engine/target/xsm.jar")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no xsm.jar here: mvn package makes it"))
        .toAbsolutePath();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Waits until it answers requests; says how long the start took. */
  public Duration awaitReady() {
    Instant last = started.plus(LONGEST_START);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(last)) {
        throw new IllegalStateException("it does not start; see " + home.resolve("manager.log"));
      }
      pause(100);
    }
    return Duration.between(started, Instant.now());
  }

  /** Waits until the next start can be a fast one, or three minutes. */
  public void awaitArchive() {
    Instant last = Instant.now().plus(Duration.ofMinutes(3));
    while (!hasArchive() && Instant.now().isBefore(last)) {
      pause(200);
    }
  }

  private static boolean hasArchive() {
    return Archives.of(jar()).isPresent();
  }

  /** Whether it answers requests. */
  public boolean isReady() {
    try {
      return Caller.nobody(port).get("/actuator/health").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** One of its first people. */
  public Caller caller(String name) {
    return Caller.of(port, home, name);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** {@code kill -9}; it has no chance to say or write anything. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Ends it in peace; says how it has ended: 143 after this, 137 where it had to be killed. */
  public int end() {
    process.destroy();
    await();
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    end();
  }

  private void await() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopping) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }
}
