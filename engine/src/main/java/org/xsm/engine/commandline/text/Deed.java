package org.xsm.engine.commandline.text;

import java.util.Arrays;
import org.xsm.engine.commandline.terminal.Ink;
import org.xsm.engine.commandline.terminal.Screen;

/** What a step does, as a sign that is read in passing. */
enum Deed {
  CREATE("+", "+", Ink.GREEN, "create", "create-vm", "deploy-host"),
  CHANGE("~", "~", Ink.YELLOW, "change", "reconfigure-vm"),
  MIGRATE("→", ">", Ink.CYAN, "migrate", "migrate-vm"),
  RETIRE("−", "-", Ink.RED, "retire", "retire-vm", "retire-host"),
  /** A newer manager may know kinds of steps that this one does not. */
  OTHER("*", "*", Ink.PLAIN, "do");

  private final String sign;
  private final String plainer;
  private final Ink ink;
  private final String verb;
  private final String[] kinds;

  Deed(String sign, String plainer, Ink ink, String verb, String... kinds) {
    this.sign = sign;
    this.plainer = plainer;
    this.ink = ink;
    this.verb = verb;
    this.kinds = kinds;
  }

  static Deed of(String kind) {
    return Arrays.stream(values())
        .filter(deed -> Arrays.asList(deed.kinds).contains(kind))
        .findFirst()
        .orElse(OTHER);
  }

  String sign(Screen screen) {
    return screen.paint(ink, screen.sign(sign, plainer));
  }

  /** In counts: {@code 4 to create}. */
  String verb() {
    return verb;
  }
}
