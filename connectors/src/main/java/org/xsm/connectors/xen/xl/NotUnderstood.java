package org.xsm.connectors.xen.xl;

/** A tool printed something else than we know it to print. */
final class NotUnderstood extends Exception {
  NotUnderstood(String text) {
    super(text);
  }
}
