package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.NotBegun;
import org.xsm.connectors.xen.Operations.Running;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.observation.Domain;

/** Migrates VMs while they run. The tool's exit code decides nothing: what both hosts say does. */
final class Migration {
  private static final Duration SOON = Duration.ofSeconds(1);

  /** How long an answer waits for the migration; a short one ends within. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Tools tools;
  private final LeftOvers leftOvers;
  private final MigrationTroubles troubles;

  Migration(Tools tools) {
    this.tools = tools;
    this.leftOvers = new LeftOvers(tools);
    this.troubles = new MigrationTroubles(tools);
  }

  Outcome carryOut(Command.MigrateVm command) throws HostTrouble {
    Move move = Move.of(command);
    State state = tools.operations().find(move.target());
    if (state instanceof NotBegun) {
      return begin(move);
    }
    return state instanceof Running running ? progress(move, running) : settle(move, state);
  }

  private Outcome begin(Move move) throws HostTrouble {
    Sides sides = Sides.look(tools, move);
    if (sides.place() != Sides.Place.HOME) {
      return elsewhere(sides, new NotBegun());
    }
    if (sides.stranger().isPresent()) {
      return troubles.nameTaken(move, sides.stranger().get());
    }
    Optional<Outcome> inTheWay = leftOvers.clearIncoming(sides);
    if (inTheWay.isPresent()) {
      return inTheWay.get();
    }
    State state = tools.operations().carryOut(move.target(), PATIENCE, script(move));
    return state instanceof Running running ? progress(move, running) : settle(move, state);
  }

  private ShellScript script(Move move) throws HostTrouble {
    Toolstack dialect = tools.toolstack(move.target());
    return Act.MIGRATE.in(
        dialect,
        move.target().uuid().toString(),
        move.vm(),
        move.to().value(),
        dialect.carrier(),
        Long.toString(tools.limits().migration(move.memory()).toSeconds()),
        tools.shell().directory(move.from()) + "/guests/" + move.vm() + ".move");
  }

  private Outcome progress(Move move, Running running) {
    return new Outcome.InProgress(
        SOON,
        "%s is on its way, for %d s so far: %s.".formatted(move, running.seconds(), sent(move)));
  }

  /** How much has reached the other host. The migration goes on whether we can see it or not. */
  private String sent(Move move) {
    try {
      List<Domain> there = tools.domains(move.to());
      return there.stream()
          .filter(domain -> Tools.isOf(move.target(), domain))
          .findFirst()
          .map(half -> half.memory() + " of " + move.memory() + " MiB are there")
          .orElse("its other half is not there just now");
    } catch (HostTrouble trouble) {
      return "its other half cannot be seen (" + trouble.getMessage() + ")";
    }
  }

  /** Judges what came of it by both hosts. */
  private Outcome settle(Move move, State state) throws HostTrouble {
    Sides sides = Sides.look(tools, move);
    if (sides.place() != Sides.Place.HOME) {
      return elsewhere(sides, state);
    }
    Optional<Outcome> left = leftOvers.clearIncoming(sides);
    return left.isPresent() ? left.get() : troubles.stayed(sides, state);
  }

  private Outcome elsewhere(Sides sides, State state) throws HostTrouble {
    Sides.Place place = sides.place();
    if (place == Sides.Place.ARRIVED) {
      Optional<Outcome> left = leftOvers.clearDeparted(sides);
      return left.isPresent() ? left.get() : arrived(sides, state);
    }
    if (place == Sides.Place.PAUSED) {
      Optional<Outcome> left = leftOvers.clearIncoming(sides);
      return left.isPresent() ? left.get() : troubles.paused(sides);
    }
    Sides again = Sides.look(tools, sides.move());
    return again.place() == place ? troubles.unclear(again, state) : moving(again);
  }

  /** The hosts were seen in the middle of something. */
  private static Outcome moving(Sides sides) {
    return new Outcome.InProgress(SOON, sides.move() + " is between two hosts just now.");
  }

  private Outcome arrived(Sides sides, State state) throws HostTrouble {
    Move move = sides.move();
    String ran = Tools.describe(sides.ours());
    String how =
        state instanceof Ended ended
            ? tools.toolstack(move.target()).name()
                + " migrate, "
                + ended.describe()
                + " after "
                + ended.seconds()
                + " s."
            : state instanceof NotBegun
                ? "It was there already."
                : "The command was cut off, but had its effect.";
    return new Outcome.Done("%s: arrived, %s on %s. %s".formatted(move, ran, move.to(), how));
  }
}
