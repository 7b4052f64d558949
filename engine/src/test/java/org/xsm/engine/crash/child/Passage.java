package org.xsm.engine.crash.child;

import java.util.Locale;

/** An action at one of its points. */
public record Passage(Action action, Point point) {
  /** Reads {@code create-vm/StartVm committed}. */
  public static Passage parse(String text) {
    String[] words = text.split(" ");
    return new Passage(Action.parse(words[0]), Point.valueOf(words[1].toUpperCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return action + " " + point.label();
  }
}
