package org.xsm.engine.commandline.terminal;

/** How a word stands out on a terminal, as ECMA-48 (SGR) numbers it. */
public enum Ink {
  PLAIN(0),
  BOLD(1),
  FAINT(2),
  RED(31),
  GREEN(32),
  YELLOW(33),
  CYAN(36);

  private final int number;

  Ink(int number) {
    this.number = number;
  }

  String around(String text) {
    return "\u001b[" + number + "m" + text + "\u001b[0m";
  }
}
