package org.xsm.engine.crash.child;

/**
 * An element of a drawing.
 *
 * @param process the drawing's process, such as {@code create-vm}
 * @param element the element's id in it, such as {@code StartVm}
 */
public record Action(String process, String element) implements Comparable<Action> {
  /** Reads {@code create-vm/StartVm}. */
  public static Action parse(String text) {
    int slash = text.indexOf('/');
    return new Action(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(Action other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return process + "/" + element;
  }
}
