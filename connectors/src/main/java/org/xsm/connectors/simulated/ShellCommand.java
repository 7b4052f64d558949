package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/**
 * A command of an SSH client, run by a real shell. As on a real host, the process belongs to nobody
 * but itself: it goes on when the client leaves and when the manager ends.
 */
final class ShellCommand implements Command {
  private final ProcessBuilder shell;
  private final Executor executor;
  private final StandardInput input;
  private OutputStream output;
  private OutputStream errors;
  private ExitCallback exit;

  ShellCommand(ProcessBuilder shell, Executor executor, ChannelSession channel) {
    this.shell = shell;
    this.executor = executor;
    input = new StandardInput(executor, channel);
    channel.setDataReceiver(input);
  }

  @Override
  public void setInputStream(InputStream unused) {}

  @Override
  public void setOutputStream(OutputStream out) {
    output = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    errors = err;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }

  @Override
  public void start(ChannelSession channel, Environment unused) throws IOException {
    Process process = shell.start();
    input.connect(process.getOutputStream());
    CompletableFuture<Void> told =
        CompletableFuture.allOf(
            pump(process.getInputStream(), output), pump(process.getErrorStream(), errors));
    told.thenCombine(process.onExit(), (nothing, ended) -> ended.exitValue())
        .thenAccept(exit::onExit);
  }

  @Override
  public void destroy(ChannelSession channel) {
    input.close();
  }

  private CompletableFuture<Void> pump(InputStream from, OutputStream to) {
    return CompletableFuture.runAsync(() -> copy(from, to), executor);
  }

  /** Passes on what there is at once; ends when either side has gone. */
  private static void copy(InputStream from, OutputStream to) {
    byte[] buffer = new byte[8192];
    try (from) {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        to.write(buffer, 0, count);
        to.flush();
      }
    } catch (IOException gone) {
      // The client left: closing our end tells the command, as a broken pipe does on a real host.
    }
  }
}
