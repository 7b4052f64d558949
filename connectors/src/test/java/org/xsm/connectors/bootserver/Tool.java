package org.xsm.connectors.bootserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** A real program that a test needs. */
public final class Tool {
  private Tool() {}

  /**
   * Leaves the test out where the program is not there, unless this is CI, whose {@code .ci/run}
   * puts it in.
   */
  public static String find(String... paths) {
    String found =
        Arrays.stream(paths)
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst()
            .orElse(null);
    assertThat(found != null || !"true".equals(System.getenv("CI")))
        .as("CI has %s; .ci/run puts it in", paths[0])
        .isTrue();
    Assumptions.assumeTrue(found != null, "no " + paths[0] + " on this machine");
    return found;
  }
}
