package org.xsm.connectors.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** One command on one channel of a connection. */
final class SshExchange {
  private static final int LARGEST_OUTPUT = 16 * 1024 * 1024;
  private static final int LARGEST_ERRORS = 1024 * 1024;

  private final ChannelExec channel;
  private final BoundedOutput output = new BoundedOutput(LARGEST_OUTPUT, this::stop);
  private final BoundedOutput errors = new BoundedOutput(LARGEST_ERRORS, this::stop);

  private SshExchange(ChannelExec channel, SshRequest request) {
    this.channel = channel;
    channel.setIn(new ByteArrayInputStream(request.inputBytes()));
    channel.setOut(output);
    channel.setErr(errors);
  }

  /**
   * Opens a channel and starts the command.
   *
   * @throws IOException when the channel was not opened, so that nothing was begun
   */
  static SshExchange open(ClientSession session, SshRequest request, Duration limit)
      throws IOException {
    SshExchange exchange = new SshExchange(channel(session, request), request);
    try {
      exchange.channel.open().verify(limit);
      return exchange;
    } catch (IOException notOpened) {
      exchange.stop();
      throw notOpened;
    }
  }

  /** A session that is being closed takes no channel, and says so without being asked for I/O. */
  private static ChannelExec channel(ClientSession session, SshRequest request) throws IOException {
    try {
      return session.createExecChannel(request.command());
    } catch (IllegalStateException closing) {
      throw new IOException("the connection is being closed", closing);
    }
  }

  /** Waits for the command's end, at most until the deadline. */
  SshAnswer await(Deadline deadline, Login login) {
    Set<ClientChannelEvent> events =
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), deadline.left());
    stop();
    if (output.isFull() || errors.isFull()) {
      return new SshAnswer.CutOff(
          login.place()
              + " wrote more than we take (16 MiB, 1 MiB of errors); the rest was not read. Look at what it runs.");
    }
    if (!events.contains(ClientChannelEvent.CLOSED)) {
      return new SshAnswer.TimedOut(
          login.place()
              + " did not end the command in time. Whether it had an effect is not known yet.");
    }
    return ended(login);
  }

  private SshAnswer ended(Login login) {
    Integer exit = channel.getExitStatus();
    if (exit == null && channel.getExitSignal() == null) {
      return new SshAnswer.CutOff(
          "The connection to " + login.place() + " broke while a command was running there.");
    }
    OptionalInt code = exit == null ? OptionalInt.empty() : OptionalInt.of(exit);
    return new SshAnswer.Finished(output.text(), errors.text(), code);
  }

  private void stop() {
    channel.close(true);
  }
}
