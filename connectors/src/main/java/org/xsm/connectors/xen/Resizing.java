package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.List;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.Running;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;

/**
 * Changes the VCPUs and the memory of guests while they run. The tool only makes an offer; what
 * counts is that the guest has followed.
 */
final class Resizing {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** MiB. With less, a Linux kernel runs out of memory and the guest dies within seconds. */
  private static final int LEAST_MEMORY = 32;

  private final Tools tools;

  Resizing(Tools tools) {
    this.tools = tools;
  }

  Outcome vcpus(Command.SetVcpus command) throws HostTrouble {
    Toolstack dialect = tools.toolstack(command.target());
    return carryOut(
        new Wish(
            command.target(),
            command.vcpus(),
            "VCPUs",
            dialect.name() + " vcpu-set",
            Domain::vcpus),
        Act.SET_VCPUS);
  }

  Outcome memory(Command.SetMemory command) throws HostTrouble {
    Toolstack dialect = tools.toolstack(command.target());
    return carryOut(
        new Wish(
            command.target(), command.memory(), "MiB", dialect.name() + " mem-set", Domain::memory),
        Act.SET_MEMORY);
  }

  private ShellScript script(Wish wish, Act act) throws HostTrouble {
    return act.in(
        tools.toolstack(wish.target()),
        wish.target().uuid().toString(),
        Integer.toString(wish.wanted()),
        Long.toString(tools.limits().guest().toSeconds()),
        Integer.toString(LEAST_MEMORY));
  }

  private Outcome carryOut(Wish wish, Act act) throws HostTrouble {
    State state = tools.operations().carryOut(wish.target(), PATIENCE, script(wish, act));
    if (state instanceof Running running) {
      return new Outcome.InProgress(
          SOON,
          "%s: %d %s were asked for; %s, after %d s."
              .formatted(wish.subject(), wish.wanted(), wish.what(), has(wish), running.seconds()));
    }
    return state instanceof Ended ended ? judge(wish, ended) : afterInterruption(wish);
  }

  /** {@code it has 96}. */
  private String has(Wish wish) throws HostTrouble {
    List<Domain> seen = tools.look(wish.target());
    return seen.size() == 1 ? "it has " + wish.now().applyAsInt(seen.get(0)) : Tools.describe(seen);
  }

  private Outcome judge(Wish wish, Ended ended) throws HostTrouble {
    return switch (ended.word()) {
      case "already" ->
          new Outcome.Done(
              "%s had %d %s already; nothing was changed."
                  .formatted(wish.subject(), ended.number(), wish.what()));
      case "followed" ->
          new Outcome.Done(
              "%s has %d %s, before %d: %s, exit code 0; the guest has followed after %d s."
                  .formatted(
                      wish.subject(),
                      ended.number(1),
                      wish.what(),
                      ended.number(),
                      wish.command(),
                      ended.seconds()));
      case "failed" -> failed(wish, ended);
      default -> WishTroubles.of(wish, ended);
    };
  }

  private Outcome failed(Wish wish, Ended ended) throws HostTrouble {
    Toolstack dialect = tools.toolstack(wish.target());
    Toolstack.Diagnosis why = dialect.diagnose(ended.number(), ended.errors());
    return wish.trouble(
        why.kind(),
        "%s, exit code %d after %d s: %s"
            .formatted(wish.command(), ended.number(), ended.seconds(), why.cause()));
  }

  private Outcome afterInterruption(Wish wish) throws HostTrouble {
    List<Domain> seen = tools.look(wish.target());
    if (seen.size() == 1 && wish.isFulfilledBy(seen.get(0))) {
      return new Outcome.Done(
          "%s has %d %s, although the command was cut off."
              .formatted(wish.subject(), wish.wanted(), wish.what()));
    }
    return wish.trouble(
        TroubleKind.INTERRUPTED,
        "the command was cut off (the host rebooted, or its process was killed); "
            + Tools.describe(seen)
            + ". Try again.");
  }
}
