package org.xsm.workflows.run;

import java.util.Objects;

/** The name of a task in the inbox. */
public record TaskId(String value) {
  public TaskId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
