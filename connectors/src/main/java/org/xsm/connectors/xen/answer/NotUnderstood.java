package org.xsm.connectors.xen.answer;

/** A tool printed something else than we know it to print. */
public final class NotUnderstood extends Exception {
  public NotUnderstood(String text) {
    super(text);
  }
}
