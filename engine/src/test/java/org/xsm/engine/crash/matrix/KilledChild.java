package org.xsm.engine.crash.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xsm.engine.crash.child.Slate;

/** A manager in a process of its own, in the hands of somebody who means to kill it. */
final class KilledChild implements AutoCloseable {
  /** What the system says of a process that was killed by the signal 9. */
  static final int KILLED = 128 + 9;

  private static final List<String> SETTINGS =
      List.of(
          "--xsm.simulated.create-time=200ms",
          "--xsm.simulated.shutdown-time=300ms",
          "--xsm.simulated.migrate-time=1s",
          "--xsm.simulated.install-time=1s",
          "--xsm.simulated.acknowledge-time=1s",
          "--xsm.observation.period=1h",
          "--xsm.ssh.login-timeout=2m");

  private final Process process;

  private KilledChild(Process process) {
    this.process = process;
  }

  /** Starts it; what it prints is added to {@code HOME/manager.log}. */
  static KilledChild start(Path home, FastStart start, List<String> settings) {
    List<String> words = new ArrayList<>(start.words());
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
