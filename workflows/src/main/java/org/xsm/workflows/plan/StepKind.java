package org.xsm.workflows.plan;

/** What a step does; each kind is carried out by the process of the same name. */
public enum StepKind {
  CREATE_VM("create-vm", 15),
  RETIRE_VM("retire-vm", 30);

  private final String label;
  private final int estimate;

  StepKind(String label, int estimate) {
    this.label = label;
    this.estimate = estimate;
  }

  /** The word in the API and on pages, which is also the id of the process. */
  public String label() {
    return label;
  }

  /** How long such a step takes on a quiet host, in seconds; measured on real hosts (xl 4.17). */
  public int estimate() {
    return estimate;
  }
}
