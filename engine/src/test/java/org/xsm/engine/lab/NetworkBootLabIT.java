package org.xsm.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Bare machines, emulated, are taken to hosts by real servers and our own installer, driven by the
 * built jar. Run by {@code mvn verify -Plab} alone: it needs root, Debian's packages, and minutes.
 */
class NetworkBootLabIT {
  private static final Path LAB = Path.of("src/lab/netboot");
  private static final Path TRANSCRIPT = Path.of("target/network-boot.md");
  private static final Path TOLD = Path.of("target/network-boot.log");

  @Test
  @Timeout(value = 45, unit = TimeUnit.MINUTES)
  void bare_machines_become_hosts_by_a_real_network_boot()
      throws IOException, InterruptedException {
    Process lab =
        new ProcessBuilder(LAB.toString(), "--out", TRANSCRIPT.toString())
            .redirectErrorStream(true)
            .redirectOutput(TOLD.toFile())
            .start();
    try {
      assertThat(lab.waitFor()).as("The lab says: %s", Files.readString(TOLD)).isZero();
    } finally {
      lab.destroy();
    }
  }
}
