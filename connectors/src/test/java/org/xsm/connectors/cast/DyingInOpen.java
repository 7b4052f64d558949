package org.xsm.connectors.cast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerShell;

/** A boot server on which our scripts are killed in front of a line. */
final class DyingInOpen implements ServerShell {
  private final ServerShell here = new LocalShell(Duration.ofSeconds(20));
  private final int line;
  private boolean dies;

  DyingInOpen(int line) {
    this.line = line;
  }

  /** Whether the script has such a line. */
  boolean dies() {
    return dies;
  }

  @Override
  public String place() {
    return here.place();
  }

  @Override
  public Said run(List<String> command, String input) throws MachineTrouble {
    List<String> dying = new ArrayList<>(command);
    dying.set(2, dying(command.get(2)));
    return here.run(dying, input);
  }

  private String dying(String script) {
    List<String> lines = new ArrayList<>(script.lines().toList());
    dies = line <= lines.size();
    if (dies) {
      lines.add(line, "kill -9 $$");
    }
    return String.join("\n", lines) + "\n";
  }
}
