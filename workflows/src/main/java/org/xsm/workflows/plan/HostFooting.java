package org.xsm.workflows.plan;

import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;

/** What an approved step for a machine rests on. */
public final class HostFooting {
  private HostFooting() {}

  /**
   * What has changed of it, in a sentence: a machine that is to be deployed answers now, or
   * somebody is on a host that is to be let go.
   */
  public static Optional<String> findChange(HostStep step, Observation now) {
    return now.findUp(step.host()).flatMap(host -> change(step, host));
  }

  /**
   * Whether a host that has just been deployed has less memory than the plan counts on, in a
   * sentence. Nobody knew it before.
   *
   * @param overhead memory in MiB that Xen needs for a guest beyond the guest's own, at most
   */
  public static Optional<String> findShortage(Plan plan, HostFound.Up deployed, int overhead) {
    int needed =
        plan.vmSteps().stream()
            .filter(step -> step.host().equals(deployed.address()))
            .filter(step -> step.kind() == StepKind.CREATE_VM || step.from().isPresent())
            .mapToInt(step -> step.vm().memory() + overhead)
            .sum();
    return needed <= deployed.freeMemory()
        ? Optional.empty()
        : Optional.of(
            "%s has %d MiB of the %d MiB that its VMs need"
                .formatted(deployed.address(), deployed.freeMemory(), needed));
  }

  private static Optional<String> change(HostStep step, HostFound.Up host) {
    if (step.kind() == StepKind.DEPLOY_HOST) {
      return Optional.of(
          step.target() + " did not answer when it was planned, and does now as a Xen host");
    }
    return host.domains().stream()
        .findFirst()
        .map(Domain::name)
        .map(name -> "'" + name + "' is on " + step.target() + " now");
  }
}
