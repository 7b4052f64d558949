package org.xsm.connectors.bootserver;

import java.util.List;

/** Runs commands on the boot server, wherever it is. */
public interface ServerShell {
  /** Where that is, as messages name it: {@code the boot server 192.168.5.2}. */
  String place();

  /**
   * Runs a program and waits for its end.
   *
   * @param command the program and its arguments, each of which reaches it exactly as it is
   * @param input what it reads from its standard input
   * @return what it wrote to standard output and standard error
   * @throws MachineTrouble when the boot server does not answer, or the program not in time
   */
  Said run(List<String> command, String input) throws MachineTrouble;

  /** What a program wrote. */
  record Said(String output, String errors) {}
}
