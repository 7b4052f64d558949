package org.xsm.connectors.ssh;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real OpenSSH server on loopback, with keys of its own, that lets our key in. */
public final class OpenSshServer implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private Process process;

  private OpenSshServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a server.
   *
   * @param path what stands first on the PATH of the commands
   */
  public static OpenSshServer start(Path folder, Path path, Map<String, String> environment)
      throws Exception {
    boolean there = Files.isExecutable(SSHD);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("CI needs OpenSSH's server: apt-get install openssh-server");
    }
    Assumptions.assumeTrue(there, "no OpenSSH server on this machine");
    OpenSshServer server = new OpenSshServer(Files.createDirectories(folder), freePort());
    server.writeFiles(path, environment);
    server.run();
    return server;
  }

  private void writeFiles(Path path, Map<String, String> environment) throws Exception {
    for (String type : List.of("ed25519", "ecdsa", "rsa")) {
      keygen(type, folder.resolve("host_" + type));
    }
    for (String type : List.of("ed25519", "ecdsa", "rsa")) {
      keygen(type, folder.resolve("user_" + type));
    }
    StringBuilder variables =
        new StringBuilder("HOME=" + folder + " PATH=" + path + ":" + System.getenv("PATH"));
    environment.forEach(
        (name, value) -> variables.append(' ').append(name).append('=').append(value));
    List<String> accepted = new ArrayList<>();
    for (String type : List.of("ed25519", "ecdsa", "rsa")) {
      accepted.add(Files.readString(folder.resolve("user_" + type + ".pub")).strip());
    }
    Files.write(folder.resolve("authorized_keys"), accepted);
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s/host_ed25519
        HostKey %s/host_ecdsa
        HostKey %s/host_rsa
        AuthorizedKeysFile %s/authorized_keys
        StrictModes no
        UsePAM no
        PidFile none
        PasswordAuthentication no
        SetEnv %s
        """
            .formatted(port, folder, folder, folder, folder, variables));
    writeKnownHosts("ed25519", "ecdsa", "rsa");
  }

  /** Writes the known_hosts file anew, with the host's keys of these types. */
  public void writeKnownHosts(String... types) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String type : types) {
      lines.add(knownAs() + " " + hostKey(type));
    }
    Files.write(knownHosts(), lines);
  }

  /** The host's public key of this type, as a known_hosts file has it, without comment. */
  public String hostKey(String type) throws IOException {
    String[] words = Files.readString(folder.resolve("host_" + type + ".pub")).split("\\s+");
    return words[0] + " " + words[1];
  }

  /** Starts the server anew with one more line in its configuration. */
  public void restartWith(String line) throws IOException {
    kill();
    Path config = folder.resolve("sshd_config");
    Files.writeString(config, Files.readString(config) + line + "\n");
    run();
  }

  private void run() throws IOException {
    Files.createDirectories(Path.of("/run/sshd"));
    process =
        new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", folder + "/sshd_config")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.getInputStream().read() == 'S';
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends the server and every connection, as a crash of the host would. */
  public void kill() {
    cutConnections();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Ends every connection, but not what runs in it, and goes on listening. */
  public void cutConnections() {
    process.children().forEach(ProcessHandle::destroyForcibly);
  }

  /** How many connections are open. */
  public long connections() {
    return process.children().count();
  }

  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  public String knownAs() {
    return "[127.0.0.1]:" + port;
  }

  public int port() {
    return port;
  }

  public Door door() {
    return door("user_ed25519");
  }

  /** A door for which we use this key of our own. */
  public Door door(String identity) {
    return new Door(
        "127.0.0.1",
        port,
        System.getProperty("user.name"),
        folder.resolve(identity),
        knownHosts(),
        knownAs(),
        folder.resolve("xsm").toString());
  }

  private static void keygen(String type, Path file) throws Exception {
    Process keygen =
        new ProcessBuilder("ssh-keygen", "-q", "-t", type, "-N", "", "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    if (keygen.waitFor() != 0) {
      throw new IllegalStateException(new String(keygen.getInputStream().readAllBytes()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
