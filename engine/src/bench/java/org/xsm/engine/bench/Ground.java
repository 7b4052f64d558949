package org.xsm.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.util.FileSystemUtils;

/** The home folder of a benchmark, and the state of the machine that it runs on. */
record Ground(Path home) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static Ground fresh() throws IOException {
    return new Ground(Files.createTempDirectory("xsm-bench-"));
  }

  /**
   * Lays a file into the inbox in one step.
   *
   * @return when, ms since 1970
   */
  long drop(String name, byte[] content) throws IOException {
    Path written = Files.write(home.resolve(name), content);
    long now = System.currentTimeMillis();
    Files.move(written, home.resolve("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return now;
  }

  static void await(BooleanSupplier reached) throws InterruptedException {
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > last) {
        throw new IllegalStateException("not reached within " + PATIENCE);
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
  }

  /** What else the machine does: the load of the last minute. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0]
        + " on "
        + Runtime.getRuntime().availableProcessors()
        + " processors";
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(home);
  }
}
