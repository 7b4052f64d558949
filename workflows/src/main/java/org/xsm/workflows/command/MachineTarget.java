package org.xsm.workflows.command;

import java.util.Objects;
import org.xsm.workflows.site.BareHost;

/** What a command is about: this bare machine, under this operation id. */
public record MachineTarget(OperationId operation, BareHost machine) {
  public MachineTarget {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(machine);
  }
}
