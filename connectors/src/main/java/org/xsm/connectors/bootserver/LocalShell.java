package org.xsm.connectors.bootserver;

import java.time.Duration;
import java.util.List;

/** The boot server is the manager's own machine. */
public final class LocalShell implements ServerShell {
  private final LocalProgram program = new LocalProgram();
  private final Duration limit;

  /**
   * @param limit how long a command may take
   */
  public LocalShell(Duration limit) {
    this.limit = limit;
  }

  @Override
  public String place() {
    return "the boot server (this machine)";
  }

  @Override
  public Said run(List<String> command, String input) throws MachineTrouble {
    LocalProgram.Ended ended = program.run(command, input, limit);
    return new Said(ended.output(), ended.errors());
  }
}
