package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.xsm.connectors.xen.Operations.Ended;
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

  private final Map<HostAddress, Semaphore> turns = new ConcurrentHashMap<>();

  Creation(Tools tools) {
    this.tools = tools;
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
    return state instanceof Ended ended ? judge(target, ended) : afterInterruption(target);
  }

  private Script script(Target target) throws HostTrouble {
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
      case "failed" -> failed(target, ended);
      case "name-taken" ->
          trouble(
              target,
              TroubleKind.NAME_TAKEN,
              "somebody else's domain bears the name there (domain id and UUID: "
                  + numbers
                  + "). Rename or remove it, or give the VM another name.");
      case "vanished" ->
          trouble(
              target,
              TroubleKind.VM_GONE,
              tool(target)
                  + " create ended with exit code 0 after "
                  + ended.seconds()
                  + " s, but the domain is not there. Look at its console and the tool's log.");
      default -> notBegun(target, ended);
    };
  }

  /** The create was not even begun, or its script fell over. */
  private Outcome notBegun(Target target, Ended ended) throws HostTrouble {
    String config = config(target);
    return switch (ended.word()) {
      case "busy" ->
          trouble(
              target,
              TroubleKind.TIMED_OUT,
              "another creation holds the host's lock since %d s. Nothing was begun; try again."
                  .formatted(ended.seconds()));
      case "no-config" ->
          trouble(target, TroubleKind.BAD_CONFIG, "there is no guest config " + config + ".");
      case "foreign-config" ->
          trouble(
              target,
              TroubleKind.BAD_CONFIG,
              "the guest config " + config + " has not the VM's UUID " + target.uuid() + ".");
      case "blind" ->
          trouble(
              target,
              TroubleKind.REFUSED,
              "%s list failed there, and nothing is created unseen: %s"
                  .formatted(tool(target), ToolText.firstLine(ended.errors())));
      default ->
          trouble(
              target,
              TroubleKind.INTERRUPTED,
              "the operation ended without a result after %d s: %s"
                  .formatted(ended.seconds(), ToolText.firstLine(ended.errors())));
    };
  }

  private Outcome failed(Target target, Ended ended) throws HostTrouble {
    List<String> numbers = ended.rest();
    int exit = numbers.isEmpty() ? -1 : Integer.parseInt(numbers.get(0));
    Toolstack.Diagnosis why = tools.toolstack(target).diagnose(exit, ended.errors());
    String left =
        numbers.size() < 2
            ? ""
            : "; it left domain " + String.join(" ", numbers.subList(1, numbers.size())) + ".";
    return trouble(
        target,
        why.kind(),
        "%s create failed with exit code %d after %d s: %s%s"
            .formatted(tool(target), exit, ended.seconds(), why.cause(), left));
  }

  private Outcome afterInterruption(Target target) throws HostTrouble {
    List<Domain> seen = tools.look(target);
    if (seen.stream().anyMatch(RunningCheck::isRunning)) {
      return new Outcome.Done(
          "%s runs on %s, although its creation was cut off: %s."
              .formatted(target.vm(), target.host(), Tools.describe(seen)));
    }
    return trouble(
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

  private static Outcome.Trouble trouble(Target target, TroubleKind kind, String text) {
    return new Outcome.Trouble(
        kind, "Creating " + target.vm() + " on " + target.host() + ": " + text);
  }
}
