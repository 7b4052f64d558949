package org.xsm.connectors.xen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;

/** Tells whether a VM runs. A domain that is still being built is given some time. */
final class RunningCheck {
  private static final Duration SOON = Duration.ofMillis(500);

  private final Tools tools;
  private final Clock clock;
  private final Map<OperationId, Instant> unfinishedSince = new ConcurrentHashMap<>();

  RunningCheck(Tools tools, Clock clock) {
    this.tools = tools;
    this.clock = clock;
  }

  Outcome carryOut(Target target) throws HostTrouble {
    List<Domain> seen = tools.look(target);
    if (seen.stream().anyMatch(RunningCheck::isRunning)) {
      unfinishedSince.remove(target.operation());
      return new Outcome.Done(
          "%s runs on %s: %s.".formatted(target.vm(), target.host(), Tools.describe(seen)));
    }
    if (seen.stream().anyMatch(RunningCheck::isUnfinished) && isYoung(target)) {
      return new Outcome.InProgress(
          SOON,
          "%s is being built on %s: %s."
              .formatted(target.vm(), target.host(), Tools.describe(seen)));
    }
    unfinishedSince.remove(target.operation());
    return new Outcome.Trouble(
        TroubleKind.VM_GONE,
        "%s does not run on %s: %s. Look at its console and at the toolstack's log on the host."
            .formatted(target.vm(), target.host(), Tools.describe(seen)));
  }

  /** Running, blocked or runnable, and not one half of a migration. */
  static boolean isRunning(Domain domain) {
    return domain.state() == DomainState.RUNNING
        && domain.memory() > 0
        && !domain.name().endsWith("--incoming")
        && !domain.name().endsWith("--migratedaway");
  }

  /** The toolstack lists a domain before it has memory, and starts it paused. */
  private static boolean isUnfinished(Domain domain) {
    return domain.state() == DomainState.PAUSED || domain.memory() == 0;
  }

  private boolean isYoung(Target target) {
    Instant now = clock.instant();
    Instant since = unfinishedSince.computeIfAbsent(target.operation(), first -> now);
    return Duration.between(since, now).compareTo(tools.limits().command()) < 0;
  }
}
