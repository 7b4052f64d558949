package org.xsm.workflows.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What a step does; each kind is carried out by the process of the same name. */
public enum StepKind {
  /** Makes a bare machine a Xen host. */
  DEPLOY_HOST("deploy-host", 600),
  CREATE_VM("create-vm", 15),
  /** Changes a VM on its host; also takes over a domain that somebody else made. */
  RECONFIGURE_VM("reconfigure-vm", 5),
  MIGRATE_VM("migrate-vm", 40),
  RETIRE_VM("retire-vm", 30),
  /** Lets a host go that nobody runs on; nothing is done to it. */
  RETIRE_HOST("retire-host", 5);

  private final String label;
  private final int seconds;

  StepKind(String label, int seconds) {
    this.label = label;
    this.seconds = seconds;
  }

  /** The word in the API and on pages, which is also the id of the process. */
  public String label() {
    return label;
  }

  /** The kind with this label, which is one of ours. */
  public static StepKind parse(String label) {
    return find(label).orElseThrow(() -> new IllegalArgumentException("no kind of step: " + label));
  }

  public static Optional<StepKind> find(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** How long such a step usually takes on a quiet host; measured on real hosts (xl 4.17). */
  public Duration usual() {
    return Duration.ofSeconds(seconds);
  }
}
