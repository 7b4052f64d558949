package org.xsm.engine.commandline.terminal;

import java.util.Optional;

/** The person in front of a command. */
public interface Terminal {
  /** What the person answers; empty where nobody can be asked. */
  Optional<String> ask(String question);

  /** As {@link #ask}, for what must not be seen while it is typed. */
  Optional<char[]> askSecretly(String question);

  /** How much text the window holds at the moment. */
  Window window();

  /**
   * A window of a terminal.
   *
   * @param rows lines of text
   * @param columns characters of a line
   */
  record Window(int rows, int columns) {
    /** What terminals were once, and what is reckoned with where nothing is known. */
    public static final Window USUAL = new Window(24, 80);

    public Window {
      rows = Math.max(rows, 6);
      columns = Math.max(columns, 20);
    }
  }
}
