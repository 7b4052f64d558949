package org.xsm.workflows.plan;

import java.util.Objects;

/** The name of a step within its plan, such as {@code create-vm:vm1}. */
public record StepId(String value) implements Comparable<StepId> {
  public StepId {
    Objects.requireNonNull(value);
  }

  /** The first step of this kind for what bears this name. */
  static StepId of(StepKind kind, String target) {
    return new StepId(kind.label() + ":" + target);
  }

  /**
   * The id of a further step of the same kind for the same name, such as {@code migrate-vm:vm1:2}.
   */
  StepId further(int number) {
    return number == 1 ? this : new StepId(value + ":" + number);
  }

  @Override
  public int compareTo(StepId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
