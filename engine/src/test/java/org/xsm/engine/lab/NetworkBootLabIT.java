package org.xsm.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Bare machines, emulated, are taken to hosts by real servers and our own installer, driven by the
 * built jar. Run by {@code mvn verify -Plab} alone: it needs root, Debian's packages, and up to
 * half an hour; {@code -Dxsm.lab.acts=hand} runs one act, in two minutes.
 */
class NetworkBootLabIT {
  private static final String LAB = "src/lab/netboot";
  private static final Path TRANSCRIPT = Path.of("target/network-boot.md");
  private static final Path TOLD = Path.of("target/network-boot.log");

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void bare_machines_become_hosts_by_a_real_network_boot()
      throws IOException, InterruptedException {
    Process lab =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(TOLD.toFile())
            .start();
    try {
      assertThat(lab.waitFor()).as("The lab says: %s", Files.readString(TOLD)).isZero();
    } finally {
      lab.destroy();
    }
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>(List.of(LAB, "--out", TRANSCRIPT.toString()));
    String acts = System.getProperty("xsm.lab.acts", "").strip();
    if (!acts.isEmpty()) {
      command.addAll(List.of(acts.split("[ ,]+")));
    }
    return command;
  }
}
