package org.xsm.workflows.plan;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/**
 * One thing to do.
 *
 * @param vm the VM as it will be, or as it was when it is retired
 * @param uuid the VM's identity
 * @param guestConfig the guest config exactly as it will lie on the host; empty when the step
 *     writes none
 * @param waitsFor the steps that must be done before this one starts
 * @param reason why, in a sentence
 */
public record Step(
    StepId id,
    StepKind kind,
    SetName set,
    Vm vm,
    UUID uuid,
    String guestConfig,
    List<StepId> waitsFor,
    Cost cost,
    String reason) {
  public Step {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(set);
    Objects.requireNonNull(vm);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(guestConfig);
    waitsFor = List.copyOf(waitsFor);
    Objects.requireNonNull(cost);
    Objects.requireNonNull(reason);
  }
}
