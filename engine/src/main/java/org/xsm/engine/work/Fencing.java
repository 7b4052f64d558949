package org.xsm.engine.work;

import java.util.List;
import java.util.UUID;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.site.HostAddress;

/**
 * Sees that a VM which is to be started elsewhere cannot run any more on the host that it leaves: a
 * person says that the silent host is off, and it is still silent; or it answers, and has no such
 * domain.
 */
final class Fencing {
  private final HostObserver observer;
  private final JdbcSteps steps;

  Fencing(HostObserver observer, JdbcSteps steps) {
    this.observer = observer;
    this.steps = steps;
  }

  List<Topic> topics() {
    return List.of(new SiteTopics.Named("xen.fence", this::fence));
  }

  private Outcome fence(Job job) {
    VmStep step = steps.getVmStep(job.run(), job.ownStep());
    HostAddress left = step.from().orElseThrow();
    HostFound found = observer.observe(List.of(left)).hosts().get(0);
    if (found instanceof HostFound.Up up) {
      return judge(up, step);
    } else if (job.hostOff().isEmpty()) {
      return new Outcome.Trouble(
          TroubleKind.NOT_CONFIRMED,
          "%s may still run on a host that does not answer (%s). Switch that host off, see that it is off, and confirm it here (%s)."
              .formatted(
                  step.vm().name(),
                  ((HostFound.Unknown) found).explanation(),
                  Choice.CONFIRM_OFF.label()));
    }
    return new Outcome.Done(
        "%s is off, as %s has confirmed; it does not answer.".formatted(left, job.hostOff()));
  }

  private static Outcome judge(HostFound.Up host, VmStep step) {
    return isThere(host, step.uuid())
        ? new Outcome.Trouble(
            TroubleKind.UNCLEAR,
            "%s answers, so it is not off, and %s is there. Leave this step out and drop the file again: then the VM can be migrated."
                .formatted(host.address(), step.vm().name()))
        : new Outcome.Done(
            "%s answers, and %s is not there.".formatted(host.address(), step.vm().name()));
  }

  private static boolean isThere(HostFound.Up host, UUID uuid) {
    return host.domains().stream()
        .anyMatch(domain -> domain.uuid().filter(uuid::equals).isPresent());
  }
}
