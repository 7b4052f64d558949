package org.xsm.connectors.power;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.xsm.connectors.bootserver.Tool;

/** OpenIPMI's simulator of a management controller, on a port of the loopback address. */
final class IpmiSimulator implements AutoCloseable {
  static final String USER = "admin";
  static final String PASSWORD = "not-to-be-told";

  private static final String LAN =
      """
      name "node1"
      set_working_mc 0x20
        startlan 1
          addr 127.0.0.1 %d
          priv_limit admin
          allowed_auths_admin none md2 md5 straight
          guid a123456789abcdefa123456789abcdef
        endlan
        chassis_control "%s %s 0x20"
        user 2 true "%s" "%s" admin 10 none md2 md5 straight
      """;
  private static final String EMULATED =
      """
      mc_setbmc 0x20
      mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
      sel_enable 0x20 1000 0x0a
      mc_enable 0x20
      """;

  final int port;
  private final Path state;
  private final Process process;

  private IpmiSimulator(int port, Path state, Process process) {
    this.port = port;
    this.state = state;
    this.process = process;
  }

  static IpmiSimulator start(Path folder) throws IOException {
    String program = Tool.find("/usr/bin/ipmi_sim");
    int port = freePort();
    Path state = Files.createDirectories(folder.resolve("state"));
    writeFiles(folder, port, state);
    Process process =
        new ProcessBuilder(program, "-c", "lan.conf", "-f", "node.emu", "-s", "" + state, "-n")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    process.getOutputStream().close();
    return new IpmiSimulator(port, state, process);
  }

  private static void writeFiles(Path folder, int port, Path state) throws IOException {
    Path chassis = folder.resolve("chassis.sh");
    try (InputStream script = IpmiSimulator.class.getResourceAsStream("chassis.sh")) {
      Files.copy(script, chassis);
    }
    Files.setPosixFilePermissions(chassis, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        folder.resolve("lan.conf"), LAN.formatted(port, chassis, state, USER, PASSWORD));
    Files.writeString(folder.resolve("node.emu"), EMULATED);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket free = new DatagramSocket()) {
      return free.getLocalPort();
    }
  }

  /** The machine as it is: {@code power}, {@code boot}. */
  String machine(String name) throws IOException {
    Path file = state.resolve(name);
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  void set(String name, String value) throws IOException {
    Files.writeString(state.resolve(name), value + "\n");
  }

  /** What the controller asked of its machine to change. */
  List<String> changes() throws IOException {
    Path requests = state.resolve("requests");
    return Files.exists(requests)
        ? Files.readAllLines(requests).stream().filter(line -> line.startsWith("set")).toList()
        : List.of();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
