package org.xsm.connectors.xen;

import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;

/** Says why a VM has not arrived, and where it is now. */
final class MigrationTroubles {
  private final Tools tools;

  MigrationTroubles(Tools tools) {
    this.tools = tools;
  }

  /** The guest runs where it was. */
  Outcome stayed(Sides sides, State state) throws HostTrouble {
    Move move = sides.move();
    if (!(state instanceof Ended ended)) {
      return trouble(
          move,
          TroubleKind.INTERRUPTED,
          "it was cut off (the host rebooted, or its process was killed). " + home(sides));
    }
    return switch (ended.word()) {
      case "sent" -> failed(sides, ended);
      case "overdue" ->
          trouble(
              move,
              TroubleKind.TIMED_OUT,
              "it was ended after %d s, when its time was over. Is the line between the hosts slow, or the guest very busy? %s"
                  .formatted(ended.seconds(), home(sides)));
      default -> notBegun(sides, ended);
    };
  }

  private static Outcome notBegun(Sides sides, Ended ended) {
    Move move = sides.move();
    return switch (ended.word()) {
      case "busy" ->
          trouble(
              move,
              TroubleKind.TIMED_OUT,
              "another migration of it is under way; nothing was begun. " + home(sides));
      case "blind" ->
          trouble(
              move,
              TroubleKind.REFUSED,
              "the domains of " + move.from() + " could not be listed: " + said(ended));
      default ->
          trouble(
              move,
              TroubleKind.INTERRUPTED,
              "it was not begun (%s: %s). %s"
                  .formatted(ended.describe(), said(ended), home(sides)));
    };
  }

  private Outcome failed(Sides sides, Ended ended) throws HostTrouble {
    Move move = sides.move();
    Toolstack dialect = tools.toolstack(move.target());
    Toolstack.Diagnosis why = dialect.diagnose(ended.number(), ended.errors());
    String text =
        "%s migrate, %s after %d s: %s. %s"
            .formatted(
                dialect.name(),
                ended.describe(),
                ended.seconds(),
                ToolText.phrase(why.cause()),
                home(sides));
    return trouble(move, why.kind(), text + advice(move, why.kind(), dialect));
  }

  private static String advice(Move move, TroubleKind kind, Toolstack dialect) {
    if (kind != TroubleKind.UNREACHABLE) {
      return "";
    }
    return dialect.name().equals("xm")
        ? " Let xend on %s take migrations from %s (xend-relocation-server and xend-relocation-hosts-allow in xend-config.sxp)."
            .formatted(move.to(), move.from())
        : " Root on %s must get in at %s without being asked: as root there, make a key with 'ssh-keygen' if there is none, put it onto the other with 'ssh-copy-id root@%s', and see that 'ssh root@%s true' says nothing. Another command than ssh is set by xsm.hosts.migration-ssh."
            .formatted(move.from(), move.to(), move.to(), move.to());
  }

  Outcome nameTaken(Move move, Domain stranger) {
    return trouble(
        move,
        TroubleKind.NAME_TAKEN,
        "on %s somebody else's domain %d bears the name '%s'. Rename or remove it there. Nothing was begun."
            .formatted(move.to(), stranger.id(), ToolText.line(stranger.name())));
  }

  Outcome paused(Sides sides) {
    return trouble(
        sides.move(),
        TroubleKind.REFUSED,
        "it is paused, and a paused guest cannot be sent. Unpause it on "
            + sides.move().from()
            + " (as often as it was paused) and try again. "
            + sides.describe());
  }

  /** The guest runs on both hosts or on none; a person must decide. */
  Outcome unclear(Sides sides, State state) {
    if (sides.isGone()) {
      return trouble(
          sides.move(),
          TroubleKind.VM_GONE,
          "neither host has a domain of it any more. Was it destroyed, or has it shut down?");
    }
    String both = sides.place() == Sides.Place.TWICE ? "it is on both hosts. " : "";
    String none = both.isEmpty() ? "it runs on neither host. " : both;
    String said = state instanceof Ended ended ? " The command said: " + said(ended) + "." : "";
    return trouble(
        sides.move(),
        TroubleKind.UNCLEAR,
        none
            + sides.describe()
            + said
            + " Nothing was changed. Look at both, and destroy the one that is not to live.");
  }

  private static String home(Sides sides) {
    return "The guest runs on " + sides.move().from() + " as before.";
  }

  private static String said(Ended ended) {
    return ToolText.phrase(ToolText.firstLine(ended.errors()));
  }

  static Outcome.Trouble trouble(Move move, TroubleKind kind, String text) {
    return new Outcome.Trouble(kind, "Migrating " + move + ": " + text);
  }
}
