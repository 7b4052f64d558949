package org.xsm.connectors.simulated;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A command on a host that hangs: it is never started and never answers. */
final class SilentCommand implements Command {
  @Override
  public void setInputStream(InputStream unused) {}

  @Override
  public void setOutputStream(OutputStream unused) {}

  @Override
  public void setErrorStream(OutputStream unused) {}

  @Override
  public void setExitCallback(ExitCallback unused) {}

  @Override
  public void start(ChannelSession channel, Environment unused) {}

  @Override
  public void destroy(ChannelSession channel) {}
}
