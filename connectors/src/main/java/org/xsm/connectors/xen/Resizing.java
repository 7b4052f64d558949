package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.Running;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
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

  /**
   * What a guest shall have.
   *
   * @param what such as {@code VCPUs}
   * @param verb the tool's verb for it
   * @param now reads what a domain has
   */
  private record Wish(
      Target target, int wanted, String what, String verb, ToIntFunction<Domain> now) {
    boolean isFulfilledBy(Domain domain) {
      return now.applyAsInt(domain) == wanted;
    }

    String subject() {
      return target.vm() + " on " + target.host();
    }
  }

  Outcome vcpus(Command.SetVcpus command) throws HostTrouble {
    Wish wish = new Wish(command.target(), command.vcpus(), "VCPUs", "vcpu-set", Domain::vcpus);
    return carryOut(wish, Act.SET_VCPUS.in(tools.toolstack(wish.target()), arguments(wish)));
  }

  Outcome memory(Command.SetMemory command) throws HostTrouble {
    Wish wish = new Wish(command.target(), command.memory(), "MiB", "mem-set", Domain::memory);
    return carryOut(wish, Act.SET_MEMORY.in(tools.toolstack(wish.target()), arguments(wish)));
  }

  private String[] arguments(Wish wish) {
    return new String[] {
      wish.target().uuid().toString(),
      Integer.toString(wish.wanted()),
      Long.toString(tools.limits().guest().toSeconds()),
      Integer.toString(LEAST_MEMORY)
    };
  }

  private Outcome carryOut(Wish wish, Script script) throws HostTrouble {
    State state = tools.operations().carryOut(wish.target(), PATIENCE, script);
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
                      command(wish),
                      ended.seconds()));
      case "stays" ->
          trouble(
              wish,
              TroubleKind.TIMED_OUT,
              "the guest has not followed: %d %s were asked for, %d are there after %d s, before it were %d. Does it have what it takes (a balloon driver; udev rules that put processors online)?%s"
                  .formatted(
                      wish.wanted(),
                      wish.what(),
                      ended.number(1),
                      ended.seconds(),
                      ended.number(),
                      said(ended)));
      case "failed" -> failed(wish, ended);
      case "gone" -> trouble(wish, TroubleKind.VM_GONE, "no domain with its UUID is there.");
      case "vanished" ->
          trouble(
              wish,
              TroubleKind.VM_GONE,
              "its domain was gone soon after the change. Look at its console and the tool's log.");
      default -> refused(wish, ended);
    };
  }

  /** Nothing was even tried. */
  private Outcome refused(Wish wish, Ended ended) {
    return switch (ended.word()) {
      case "over-max" ->
          trouble(
              wish,
              TroubleKind.REFUSED,
              "while it runs it cannot have more than %d %s (its maxvcpus or maxmem). Restart it with a guest config that allows %d."
                  .formatted(ended.number(), wish.what(), wish.wanted()));
      case "no-memory" ->
          trouble(
              wish,
              TroubleKind.NO_MEMORY,
              "it needs %d MiB more, but the host has only %d MiB free."
                  .formatted(ended.number(1), ended.number()));
      case "too-little" ->
          trouble(
              wish,
              TroubleKind.REFUSED,
              "with less than %d MiB its kernel would die. Give it more."
                  .formatted(ended.number()));
      case "paused" ->
          trouble(
              wish,
              TroubleKind.REFUSED,
              "it is paused, and a paused guest cannot follow. Unpause it and try again.");
      case "several" ->
          trouble(
              wish,
              TroubleKind.UNCLEAR,
              "several domains have its UUID (domain ids "
                  + String.join(", ", ended.rest())
                  + ").");
      case "blind" ->
          trouble(
              wish,
              TroubleKind.REFUSED,
              "the domains could not be listed there, and nothing is changed unseen: "
                  + ToolText.firstLine(ended.errors()));
      default ->
          trouble(
              wish,
              TroubleKind.INTERRUPTED,
              "the operation ended without a result after %d s: %s"
                  .formatted(ended.seconds(), ToolText.firstLine(ended.errors())));
    };
  }

  private Outcome failed(Wish wish, Ended ended) throws HostTrouble {
    Toolstack.Diagnosis why =
        tools.toolstack(wish.target()).diagnose(ended.number(), ended.errors());
    return trouble(
        wish,
        why.kind(),
        "%s, exit code %d after %d s: %s"
            .formatted(command(wish), ended.number(), ended.seconds(), why.cause()));
  }

  private Outcome afterInterruption(Wish wish) throws HostTrouble {
    List<Domain> seen = tools.look(wish.target());
    if (seen.size() == 1 && wish.isFulfilledBy(seen.get(0))) {
      return new Outcome.Done(
          "%s has %d %s, although the command was cut off."
              .formatted(wish.subject(), wish.wanted(), wish.what()));
    }
    return trouble(
        wish,
        TroubleKind.INTERRUPTED,
        "the command was cut off (the host rebooted, or its process was killed); "
            + Tools.describe(seen)
            + ". Try again.");
  }

  private String command(Wish wish) throws HostTrouble {
    return tools.toolstack(wish.target()).name() + " " + wish.verb();
  }

  /** Old tools end with exit code 0 and say on standard error that they have failed. */
  private static String said(Ended ended) {
    return ended.errors().isBlank() ? "" : " The tool said: " + ToolText.firstLine(ended.errors());
  }

  private static Outcome trouble(Wish wish, TroubleKind kind, String text) {
    return new Outcome.Trouble(
        kind,
        "Changing %s to %d %s: %s".formatted(wish.subject(), wish.wanted(), wish.what(), text));
  }
}
