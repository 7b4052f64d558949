package org.xsm.webtasks.views;

import java.util.Arrays;
import java.util.Locale;

/** The parts of the inbox. */
public enum InboxTab {
  /** Claimed by the person who looks. */
  MINE("Mine"),
  /** Not claimed, and somebody of the person's groups is asked. */
  GROUPS("My groups"),
  /** Claimed by somebody else, or others are asked. */
  OTHERS("Waiting for others"),
  /** What people have decided lately. */
  DONE("Done");

  private final String title;

  InboxTab(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** The word in the address. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part with this word in the address; {@code otherwise} for any other word. */
  static InboxTab find(String label, InboxTab otherwise) {
    return Arrays.stream(values())
        .filter(tab -> tab.label().equals(label))
        .findFirst()
        .orElse(otherwise);
  }

  /** The part where a task stands that is not done. */
  static InboxTab of(TaskView task) {
    if (task.isMine()) {
      return MINE;
    }
    return task.waitsForMe() ? GROUPS : OTHERS;
  }
}
