package org.xsm.workflows.run;

/** Whether the manager does what a person asked. A refusal always says why. */
public sealed interface Verdict {
  /** It is done. */
  record Taken() implements Verdict {}

  /** It is not done. */
  record Refused(Why why, String reason) implements Verdict {}

  /** The kind of refusal, which decides how it is answered over HTTP. */
  enum Why {
    /** There is no such task or run (404). */
    UNKNOWN,
    /** The person may not (403). */
    NOT_ALLOWED,
    /** Something has changed since the person looked (409). */
    STALE,
    /** What was sent cannot be taken, such as a rejection without a reason (422). */
    INCOMPLETE
  }

  static Verdict taken() {
    return new Taken();
  }

  static Verdict refused(Why why, String reason) {
    return new Refused(why, reason);
  }
}
