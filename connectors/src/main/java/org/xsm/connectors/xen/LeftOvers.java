package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.Optional;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/** Takes away what a migration that broke off has left, once it is sure where the guest runs. */
final class LeftOvers {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String SECONDS_TO_VANISH = "30";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Tools tools;

  LeftOvers(Tools tools) {
    this.tools = tools;
  }

  /**
   * Takes away the half on the other host, where nobody is sending to it. Only for a guest that
   * runs at home, or is paused there.
   *
   * @return why it is still there; empty when it is not
   */
  Optional<Outcome> clearIncoming(Sides sides) throws HostTrouble {
    if (sides.incoming().isEmpty()) {
      return Optional.empty();
    }
    Move move = sides.move();
    Sections answer = run(move, move.from(), Act.MIGRATING, move.vm());
    if (answer.has("migrating")) {
      return Optional.of(
          new Outcome.InProgress(SOON, "Somebody else is migrating " + move + " just now."));
    }
    return answer.has("quiet")
        ? clear(move, move.to(), "incoming")
        : Optional.of(
            left(move, move.from(), "it cannot be seen there whether it is being migrated"));
  }

  /** Takes away the suspended half at home. Only for a guest that runs on the other host. */
  Optional<Outcome> clearDeparted(Sides sides) throws HostTrouble {
    return sides.here().isEmpty()
        ? Optional.empty()
        : clear(sides.move(), sides.move().from(), "departed");
  }

  private Optional<Outcome> clear(Move move, HostAddress host, String which) throws HostTrouble {
    Sections answer = run(move, host, Act.CLEAR, which, move.vm(), SECONDS_TO_VANISH);
    return answer.has("cleared")
        ? Optional.empty()
        : Optional.of(left(move, host, ToolText.firstLine(answer.errors())));
  }

  private Sections run(Move move, HostAddress host, Act act, String... more) throws HostTrouble {
    String[] arguments = new String[more.length + 1];
    arguments[0] = move.target().uuid().toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return tools.shell().run(host, act.in(tools.toolstacks().of(host), arguments), PATIENCE);
  }

  private static Outcome left(Move move, HostAddress host, String why) {
    return new Outcome.Trouble(
        TroubleKind.REFUSED,
        "Migrating %s: what an earlier try has left could not be taken away on %s: %s. Look at 'list -v' there and destroy the half that is named %s--incoming or %s--migratedaway."
            .formatted(move, host, why, move.vm(), move.vm()));
  }
}
