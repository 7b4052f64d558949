package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;

/**
 * Memory that other runs were approved to take and have not taken yet. A plan that is made
 * meanwhile leaves it alone, so that both fit in whatever order their steps are carried out. What
 * other runs are going to give back is not counted on.
 *
 * @param open the steps of other runs that are applied, and not at their end
 * @param overhead memory in MiB that Xen needs for a guest beyond the guest's own, at most
 */
public record Reservations(List<Step> open, int overhead) {
  public Reservations {
    open = List.copyOf(open);
  }

  /** What was found, with so much less free memory as is reserved on each host. */
  public Observation leftOf(Observation found) {
    return new Observation(found.hosts().stream().map(this::leftOf).toList());
  }

  private HostFound leftOf(HostFound host) {
    if (!(host instanceof HostFound.Up up)) {
      return host;
    }
    int reserved =
        open.stream()
            .filter(VmStep.class::isInstance)
            .mapToInt(step -> reserved((VmStep) step, up))
            .sum();
    return reserved == 0
        ? up
        : new HostFound.Up(
            up.address(),
            up.toolstack(),
            up.cpus(),
            up.totalMemory(),
            Math.max(0, up.freeMemory() - reserved),
            up.domains());
  }

  private int reserved(VmStep step, HostFound.Up host) {
    if (step.kind() == StepKind.RETIRE_VM || !step.vm().host().equals(host.address())) {
      return 0;
    }
    Optional<Domain> there =
        host.domains().stream()
            .filter(domain -> domain.uuid().filter(step.uuid()::equals).isPresent())
            .findFirst();
    return there
        .map(domain -> Math.max(0, step.vm().memory() - domain.memory()))
        .orElse(step.vm().memory() + overhead);
  }
}
