package org.xsm.workflows.site;

/**
 * Says that a value written by a person cannot be taken, and what to write instead. Thrown by the
 * value types of this package; whoever reads a file turns it into a {@link Problem} with a line.
 */
public final class InvalidValue extends IllegalArgumentException {
  private final String advice;

  public InvalidValue(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What to write instead, as one sentence. */
  public String advice() {
    return advice;
  }
}
