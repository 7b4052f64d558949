package org.xsm.workflows.plan;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;

/**
 * One thing to do with a machine: it is deployed as a Xen host, or let go.
 *
 * @param machine the machine as it is wanted; or as it was when it is retired
 * @param session in which its image reaches it; empty: by unicast
 */
public record HostStep(
    StepId id,
    StepKind kind,
    Manner manner,
    SetName set,
    BareHost machine,
    Optional<ImageSession> session,
    List<StepId> waitsFor,
    Cost cost,
    Duration estimate,
    String reason)
    implements Step {
  public HostStep {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(manner);
    Objects.requireNonNull(set);
    Objects.requireNonNull(machine);
    Objects.requireNonNull(session);
    waitsFor = List.copyOf(waitsFor);
    Objects.requireNonNull(cost);
    Objects.requireNonNull(estimate);
    Objects.requireNonNull(reason);
  }

  @Override
  public String target() {
    return machine.name().value();
  }

  @Override
  public HostAddress host() {
    return machine.address();
  }

  @Override
  public Optional<HostAddress> from() {
    return Optional.empty();
  }

  @Override
  public List<HostAddress> hosts() {
    return List.of(machine.address());
  }

  @Override
  public HostStep waitingFor(List<StepId> others) {
    return new HostStep(id, kind, manner, set, machine, session, others, cost, estimate, reason);
  }

  /** How its image reaches it. */
  public Transfer transfer() {
    return new Transfer(session);
  }

  /** The same step in this session, or by unicast. */
  HostStep in(Optional<ImageSession> joined, String why) {
    return new HostStep(id, kind, manner, set, machine, joined, waitsFor, cost, estimate, why);
  }
}
