package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.Origin;
import org.xsm.connectors.xen.Operations.Running;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.site.HostAddress;

/** Creates VMs: each exactly once, and one at a time on a host. */
final class Creation {
  private static final Duration SOON = Duration.ofMillis(500);

  /**
   * One VM that is being created and one that waits at the host's lock, so that the host goes on at
   * once. The lock decides; this spares the channels of the others who would wait for it.
   */
  private static final int AT_THE_LOCK = 2;

  private final Tools tools;
  private final CreationTroubles troubles;
  private final Map<HostAddress, Semaphore> turns = new ConcurrentHashMap<>();

  Creation(Tools tools) {
    this.tools = tools;
    this.troubles = new CreationTroubles(tools);
  }

  Outcome carryOut(Target target) throws HostTrouble {
    Semaphore turn = turns.computeIfAbsent(target.host(), host -> new Semaphore(AT_THE_LOCK, true));
    if (!isTakenInTime(turn)) {
      return new Outcome.InProgress(
          SOON, target.vm() + " waits: another VM is being created on " + target.host() + ".");
    }
    try {
      return create(target);
    } finally {
      turn.release();
    }
  }

  private boolean isTakenInTime(Semaphore turn) {
    try {
      return turn.tryAcquire(tools.limits().command().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Outcome create(Target target) throws HostTrouble {
    State state = tools.operations().carryOut(target, tools.limits().command(), script(target));
    if (state instanceof Running running) {
      return new Outcome.InProgress(
          SOON,
          "%s is being created on %s, for %d s so far."
              .formatted(target.vm(), target.host(), running.seconds()));
    }
    if (!(state instanceof Ended ended)) {
      return afterInterruption(target);
    }
    Outcome outcome = judge(target, ended);
    return outcome instanceof Outcome.Done && ended.origin() == Origin.FOUND
        ? stillThere(target, outcome)
        : outcome;
  }

  /** What an operation did that ended before we asked may have been undone since. */
  private Outcome stillThere(Target target, Outcome done) throws HostTrouble {
    return tools.look(target).isEmpty()
        ? CreationTroubles.trouble(
            target,
            TroubleKind.VM_GONE,
            "it was created, but is not there any more. Was it destroyed, or has it shut down?"
                + " Nothing was created again.")
        : done;
  }

  private ShellScript script(Target target) throws HostTrouble {
    String directory = tools.shell().directory(target.host());
    return Act.CREATE.in(
        tools.toolstack(target),
        target.uuid().toString(),
        target.vm().value(),
        config(target),
        // The address, since one machine may be several hosts to us.
        directory + "/create-" + target.host() + ".lock",
        Long.toString(tools.limits().command().toSeconds()));
  }

  private String config(Target target) {
    return tools.shell().directory(target.host()) + "/guests/" + target.vm() + ".cfg";
  }

  private Outcome judge(Target target, Ended ended) throws HostTrouble {
    String numbers = String.join(" ", ended.rest());
    return switch (ended.word()) {
      case "created" ->
          new Outcome.Done(
              "Created %s on %s as domain %s: %s create, exit code 0 after %d s."
                  .formatted(target.vm(), target.host(), numbers, tool(target), ended.seconds()));
      case "already" ->
          new Outcome.Done(
              "%s was on %s already as domain %s; nothing was created."
                  .formatted(target.vm(), target.host(), numbers));
      case "replaced" ->
          new Outcome.Done(
              "Created %s on %s as domain %d: %s create, exit code 0 after %d s. What a create that was cut off had left there half-built (domain %s) was ended first."
                  .formatted(
                      target.vm(),
                      target.host(),
                      ended.number(),
                      tool(target),
                      ended.seconds(),
                      CreationTroubles.from(ended.rest(), 1)));
      default -> troubles.of(target, ended, config(target));
    };
  }

  private Outcome afterInterruption(Target target) throws HostTrouble {
    List<Domain> seen = tools.look(target);
    if (seen.stream().anyMatch(RunningCheck::isRunning)) {
      return new Outcome.Done(
          "%s runs on %s, although its creation was cut off: %s."
              .formatted(target.vm(), target.host(), Tools.describe(seen)));
    }
    return CreationTroubles.trouble(
        target,
        TroubleKind.INTERRUPTED,
        tool(target)
            + " create was cut off (the host rebooted, or its process was killed); "
            + Tools.describe(seen)
            + ". Try again.");
  }

  private String tool(Target target) throws HostTrouble {
    return tools.toolstack(target).name();
  }
}
