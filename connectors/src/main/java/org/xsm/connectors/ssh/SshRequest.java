package org.xsm.connectors.ssh;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * What is to be run on a host.
 *
 * @param command the command line for the login shell there; built with {@link ShellWord}
 * @param input what the command reads from its standard input, as UTF-8; empty for nothing
 * @param deadline how long all of it may take: waiting for a channel, connecting, running
 */
public record SshRequest(String command, String input, Duration deadline) {
  public SshRequest {
    Objects.requireNonNull(command);
    Objects.requireNonNull(input);
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalStateException("a deadline must be in the future: " + deadline);
    }
  }

  /** A request without input. */
  public static SshRequest of(String command, Duration deadline) {
    return new SshRequest(command, "", deadline);
  }

  /** Without the input, which may be secret. */
  @Override
  public String toString() {
    return "SshRequest[%s, %d characters of input, %s]"
        .formatted(command, input.length(), deadline);
  }

  byte[] inputBytes() {
    return input.getBytes(StandardCharsets.UTF_8);
  }
}
