package org.xsm.workflows.run;

import java.util.Objects;

/** The name of a run; also the business key of its processes. */
public record RunId(String value) {
  public RunId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
