package org.xsm.engine.commandline.verb;

import java.util.List;
import org.xsm.engine.commandline.terminal.Console;

/** Every command, in the order of the help. */
public final class Verbs {
  private Verbs() {}

  /** The commands, which speak with this console. */
  public static List<Object> all(Console console) {
    return List.of(
        new Plan(console),
        new Submit(console),
        new Status(console),
        new Watch(console),
        new Tasks(console),
        new Approve(console),
        new Reject(console),
        new Export(console),
        new Verification(console),
        new Completion(console));
  }
}
