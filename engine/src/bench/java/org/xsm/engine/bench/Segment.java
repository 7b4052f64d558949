package org.xsm.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerShell;

/**
 * An image server and its machines in network namespaces of this machine, behind one port of 100
 * Mbit/s. Wants root.
 */
final class Segment implements ServerShell, AutoCloseable {
  static final String SERVER = "10.78.0.1";
  static final double BITS_A_SECOND = 100e6;

  private static final Path SCRIPT = Path.of("engine/src/bench/segment").toAbsolutePath();

  private final LocalShell here = new LocalShell(Duration.ofSeconds(30));

  static Segment of(int machines) throws IOException {
    run(SCRIPT.toString(), "up", Integer.toString(machines), "100mbit");
    return new Segment();
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
  }

  /** What the machine with this number runs. */
  Process start(int machine, String... command) throws IOException {
    return start("xsmb" + machine, command);
  }

  Process startOnServer(String... command) throws IOException {
    return start("xsmbs", command);
  }

  private static Process start(String namespace, String... command) throws IOException {
    List<String> words = inside(namespace, Arrays.asList(command));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> inside(String namespace, List<String> command) {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    words.addAll(command);
    return words;
  }

  @Override
  public String place() {
    return "the image server of the benchmark";
  }

  @Override
  public Said run(List<String> command, String input) throws MachineTrouble {
    return here.run(inside("xsmbs", command), input);
  }

  @Override
  public void close() throws IOException {
    run(SCRIPT.toString(), "down");
  }
}
