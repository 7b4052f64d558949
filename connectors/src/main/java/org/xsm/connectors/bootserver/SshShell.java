package org.xsm.connectors.bootserver;

import java.time.Duration;
import java.util.List;
import org.xsm.connectors.ssh.ShellWord;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.connectors.ssh.SshAnswer;
import org.xsm.connectors.ssh.SshRequest;
import org.xsm.workflows.site.HostAddress;

/** The boot server is another machine, reached over SSH like any host. */
public final class SshShell implements ServerShell {
  private final Ssh ssh;
  private final HostAddress server;
  private final Duration limit;

  /**
   * @param limit how long a command may take, connecting included
   */
  public SshShell(Ssh ssh, HostAddress server, Duration limit) {
    this.ssh = ssh;
    this.server = server;
    this.limit = limit;
  }

  @Override
  public String place() {
    return "the boot server " + server;
  }

  @Override
  public Said run(List<String> command, String input) throws MachineTrouble {
    String line = ShellWord.commandLine(command.toArray(String[]::new));
    SshAnswer answer = ssh.run(server, new SshRequest(line, input, limit));
    if (answer instanceof SshAnswer.Failed failed) {
      throw new MachineTrouble(failed.kind(), place() + ": " + failed.text());
    }
    SshAnswer.Finished finished = (SshAnswer.Finished) answer;
    return new Said(finished.output(), finished.errors());
  }
}
