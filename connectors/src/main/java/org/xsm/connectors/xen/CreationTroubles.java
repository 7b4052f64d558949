package org.xsm.connectors.xen;

import java.util.List;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/** Says why a VM was not created, and what is there instead. */
final class CreationTroubles {
  private final Tools tools;

  CreationTroubles(Tools tools) {
    this.tools = tools;
  }

  /**
   * The trouble behind a verdict of {@code create.sh}.
   *
   * @param config the guest config's path on the host
   */
  Outcome of(Target target, Ended ended, String config) throws HostTrouble {
    return switch (ended.word()) {
      case "failed" -> failed(target, ended);
      case "name-taken" ->
          trouble(
              target,
              TroubleKind.NAME_TAKEN,
              "somebody else's domain bears the name there (domain id and UUID: "
                  + String.join(" ", ended.rest())
                  + "). Rename or remove it, or give the VM another name.");
      case "vanished" ->
          trouble(
              target,
              TroubleKind.VM_GONE,
              tools.toolstack(target).name()
                  + " create ended with exit code 0 after "
                  + ended.seconds()
                  + " s, but the domain is not there. Look at its console and the tool's log.");
      case "paused", "building", "stuck" -> notRunning(target, ended);
      default -> notBegun(target, ended, config);
    };
  }

  /** There is a domain that does not run, and it is not certain that it may be ended. */
  private Outcome notRunning(Target target, Ended ended) throws HostTrouble {
    return switch (ended.word()) {
      case "paused" -> paused(target, ended);
      case "building" ->
          trouble(
              target,
              TroubleKind.TIMED_OUT,
              "domain %s is still being built by a create that lost its operation. Try again; destroy the domain if that create hangs."
                  .formatted(from(ended.rest(), 0)));
      default ->
          trouble(
              target,
              TroubleKind.REFUSED,
              "domain %s, which a create that was cut off had left half-built, was destroyed, but is still listed: %s. Destroy it by hand and try again."
                  .formatted(
                      from(ended.rest(), 0), ToolText.phrase(ToolText.firstLine(ended.errors()))));
    };
  }

  /** Paused by an administrator, on its way from another host, or made by nobody that we know. */
  private static Outcome paused(Target target, Ended ended) {
    String used = ended.rest().isEmpty() ? "?" : ended.rest().get(0);
    return trouble(
        target,
        TroubleKind.UNCLEAR,
        "its domain %s is there, but paused, with %s s of CPU time; no create of ours has left it so. Nothing was changed. Unpause it if it is to live, or destroy it; then try again."
            .formatted(from(ended.rest(), 1), used));
  }

  static String from(List<String> words, int index) {
    return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
  }

  /** The create was not even begun, or its script fell over. */
  private Outcome notBegun(Target target, Ended ended, String config) throws HostTrouble {
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
                  .formatted(tools.toolstack(target).name(), ToolText.firstLine(ended.errors())));
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
    String left = numbers.size() < 2 ? "" : "; it left domain " + from(numbers, 1) + ".";
    return trouble(
        target,
        why.kind(),
        "%s create failed with exit code %d after %d s: %s%s"
            .formatted(tools.toolstack(target).name(), exit, ended.seconds(), why.cause(), left));
  }

  static Outcome.Trouble trouble(Target target, TroubleKind kind, String text) {
    return new Outcome.Trouble(
        kind, "Creating " + target.vm() + " on " + target.host() + ": " + text);
  }
}
