package org.xsm.connectors.simulated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.core.CoreModuleProperties;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.KeyFile;

/** An SSH client as strict as the manager's: what it takes for the host must be the host. */
final class RemoteShell implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final SshClient client = SshClient.setUpDefaultClient();
  private final ClientSession session;

  private RemoteShell(Door door, KeyPair key) throws IOException {
    CoreModuleProperties.TCP_NODELAY.set(client, true);
    CoreModuleProperties.NIO_WORKERS.set(client, 2);
    client.setServerKeyVerifier(
        (from, address, presented) -> {
          try {
            String line = door.knownAs() + " " + PublicKeyEntry.toString(presented);
            return Files.readAllLines(door.knownHosts()).contains(line);
          } catch (IOException e) {
            return false;
          }
        });
    client.start();
    session = client.connect(door.user(), door.address(), door.port()).verify(LONGEST).getSession();
    session.addPublicKeyIdentity(key);
    session.auth().verify(LONGEST);
  }

  static RemoteShell enter(Door door) throws IOException, GeneralSecurityException {
    return new RemoteShell(door, new KeyFile(door.identity(), "xsm").pair());
  }

  static RemoteShell enterWith(Door door, Path key) throws IOException, GeneralSecurityException {
    return new RemoteShell(door, new KeyFile(key, "xsm").pair());
  }

  Dom0.Answer run(String command) throws IOException {
    return run(command, new byte[0]);
  }

  Dom0.Answer run(String command, byte[] input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (ChannelExec channel = session.createExecChannel(command);
        InputStream in = new ByteArrayInputStream(input)) {
      channel.setIn(in);
      channel.setOut(out);
      channel.setErr(err);
      channel.open().verify(LONGEST);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LONGEST);
      Integer exit = channel.getExitStatus();
      return new Dom0.Answer(exit == null ? -1 : exit, text(out), text(err));
    }
  }

  /** Starts a command and waits a moment for its end. */
  boolean answersWithin(Duration time, String command) throws IOException {
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.open().verify(LONGEST);
      return !channel
          .waitFor(EnumSet.of(ClientChannelEvent.CLOSED), time)
          .contains(ClientChannelEvent.TIMEOUT);
    }
  }

  boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public void close() {
    client.close(true);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
