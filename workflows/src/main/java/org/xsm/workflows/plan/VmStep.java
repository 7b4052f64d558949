package org.xsm.workflows.plan;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/**
 * One thing to do with a VM.
 *
 * @param vm the VM as it will be, on the host where it will be; or as it was when it is retired
 * @param from the host that the VM leaves; empty when it stays on its host
 * @param uuid the VM's identity
 * @param guestConfig the guest config exactly as it will lie on the host; empty when the step
 *     writes none
 * @param waitsFor the steps that must be done before this one starts
 * @param estimate how long the step takes on a quiet host
 * @param reason why, in a sentence with old → new values
 */
public record VmStep(
    StepId id,
    StepKind kind,
    Manner manner,
    SetName set,
    Vm vm,
    Optional<HostAddress> from,
    UUID uuid,
    String guestConfig,
    List<StepId> waitsFor,
    Cost cost,
    Duration estimate,
    String reason)
    implements Step {
  public VmStep {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(manner);
    Objects.requireNonNull(set);
    Objects.requireNonNull(vm);
    Objects.requireNonNull(from);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(guestConfig);
    waitsFor = List.copyOf(waitsFor);
    Objects.requireNonNull(cost);
    Objects.requireNonNull(estimate);
    Objects.requireNonNull(reason);
  }

  @Override
  public VmStep waitingFor(List<StepId> others) {
    return new VmStep(
        id, kind, manner, set, vm, from, uuid, guestConfig, others, cost, estimate, reason);
  }

  /** The same step under this id. */
  VmStep named(StepId other) {
    return new VmStep(
        other, kind, manner, set, vm, from, uuid, guestConfig, waitsFor, cost, estimate, reason);
  }

  /** The same step for this reason. */
  VmStep because(String other) {
    return new VmStep(
        id, kind, manner, set, vm, from, uuid, guestConfig, waitsFor, cost, estimate, other);
  }

  /**
   * The step that brings the VM back to how it was before this one, in the same way; empty where
   * that cannot be done, or is not known.
   */
  public Optional<VmStep> back(UndertakenVm before) {
    boolean possible =
        kind == StepKind.MIGRATE_VM && manner != Manner.FENCED
            || kind == StepKind.RECONFIGURE_VM && manner != Manner.ADOPT;
    return before
        .guestConfig()
        .filter(known -> possible)
        .map(
            config ->
                new VmStep(
                    id,
                    kind,
                    manner,
                    set,
                    before.vm(),
                    from.map(left -> vm.host()),
                    uuid,
                    config,
                    waitsFor,
                    cost,
                    estimate,
                    reason));
  }

  /**
   * Whether the VM is gone for good when it is done, and not only until it is started elsewhere.
   */
  public boolean endsVm() {
    return kind == StepKind.RETIRE_VM && manner != Manner.COLD;
  }

  @Override
  public String target() {
    return vm.name().value();
  }

  @Override
  public HostAddress host() {
    return vm.host();
  }

  /** Where the VM will be, and the one that it leaves. */
  @Override
  public List<HostAddress> hosts() {
    return Stream.concat(Stream.of(vm.host()), from.stream()).distinct().toList();
  }
}
