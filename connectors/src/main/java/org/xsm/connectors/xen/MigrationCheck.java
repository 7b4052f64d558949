package org.xsm.connectors.xen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.template.GuestNeeds;

/**
 * Tells whether a VM could be migrated now. The tool itself finds out about a taken name, a missing
 * bridge or too little memory only when it has sent the guest's whole memory.
 */
final class MigrationCheck {
  private final Tools tools;
  private final MigrationTroubles troubles;

  MigrationCheck(Tools tools) {
    this.tools = tools;
    this.troubles = new MigrationTroubles(tools);
  }

  Outcome carryOut(Command.CheckMigration command) throws HostTrouble {
    Move move = Move.of(command);
    String here = tools.toolstacks().of(move.from()).name();
    String there = Sides.there(tools, move, () -> tools.toolstacks().of(move.to()).name());
    if (!here.equals(there)) {
      return MigrationTroubles.trouble(
          move,
          TroubleKind.REFUSED,
          "%s answers with %s and %s with %s, which do not understand each other. Move it cold: shut it down here, create it there."
              .formatted(move.from(), here, move.to(), there));
    }
    HostFound.Up up = Sides.there(tools, move, () -> found(move));
    Sides sides = new Sides(move, tools.look(move.target()), up.domains());
    return switch (sides.place()) {
      case HOME -> check(sides, up.freeMemory());
      case ARRIVED -> new Outcome.Done(move + ": it runs there already.");
      case PAUSED -> troubles.paused(sides);
      default -> troubles.unclear(sides, new Operations.NotBegun());
    };
  }

  private HostFound.Up found(Move move) throws HostTrouble {
    Toolstack dialect = tools.toolstacks().of(move.to());
    ShellScript look = dialect.lookAtHost(tools.limits().look().toSeconds());
    return dialect.readHost(move.to(), tools.shell().run(move.to(), look, tools.limits().look()));
  }

  private Outcome check(Sides sides, int free) throws HostTrouble {
    Move move = sides.move();
    Optional<Domain> stranger = sides.stranger();
    if (stranger.isPresent()) {
      return troubles.nameTaken(move, stranger.get());
    }
    int room = free + sides.incoming().map(Domain::memory).orElse(0);
    if (room < move.memory()) {
      return MigrationTroubles.trouble(
          move,
          TroubleKind.NO_MEMORY,
          "it needs %d MiB there, but only %d MiB are free; %d MiB are missing."
              .formatted(move.memory(), room, move.memory() - room));
    }
    List<String> lacking = lacking(move);
    return lacking.isEmpty()
        ? new Outcome.Done(receipt(sides, room))
        : MigrationTroubles.trouble(
            move,
            TroubleKind.BAD_CONFIG,
            "%s has not what its guest config names: %s. Provide it there, or change the template."
                .formatted(move.to(), String.join(", ", lacking)));
  }

  private static String receipt(Sides sides, int room) {
    String left =
        sides
            .incoming()
            .map(
                half ->
                    " What an earlier try has left there (domain %d '%s', %d MiB) is taken away first."
                        .formatted(half.id(), half.name(), half.memory()))
            .orElse("");
    return "%s: nothing stands in the way; %d MiB are free there.%s"
        .formatted(sides.move(), room, left);
  }

  /** What the guest config on the one host names and the other has not. */
  private List<String> lacking(Move move) throws HostTrouble {
    List<String> things = things(move);
    if (things.isEmpty()) {
      return List.of();
    }
    ShellScript script =
        ShellScript.of(
            ShellScript.load(MigrationCheck.class, "lacking.sh"), things.toArray(String[]::new));
    Sections answer = tools.shell().run(move.to(), script, tools.limits().look());
    if (!answer.has("end")) {
      throw new HostTrouble(
          TroubleKind.INTERRUPTED, move.to() + " broke off while it was looked at. Try again.");
    }
    return answer.text("lacking").lines().filter(things::contains).toList();
  }

  private List<String> things(Move move) throws HostTrouble {
    ShellScript script =
        ShellScript.of(
            ShellScript.load(MigrationCheck.class, "guest-config.sh"),
            move.vm(),
            move.target().uuid().toString());
    Sections answer = tools.shell().run(move.from(), script, tools.limits().look());
    try {
      GuestNeeds needs = GuestNeeds.of(answer.text("config"));
      List<String> things = new ArrayList<>();
      needs.bridges().forEach(bridge -> things.add("bridge " + bridge));
      needs.disks().forEach(disk -> things.add("disk " + disk));
      return things;
    } catch (InvalidValue other) {
      throw new HostTrouble(
          TroubleKind.BAD_CONFIG,
          "its guest config on " + move.from() + " cannot be read: " + other.getMessage());
    }
  }
}
