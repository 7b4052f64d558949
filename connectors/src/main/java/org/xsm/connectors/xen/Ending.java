package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.Interrupted;
import org.xsm.connectors.xen.Operations.Origin;
import org.xsm.connectors.xen.Operations.Running;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;

/** Ends VMs, by asking their guests or at once. Always by UUID: a name may mean another domain. */
final class Ending {
  private static final Duration SOON = Duration.ofSeconds(1);

  /** xl shutdown returns when the guest has heard, or after 60 s; there is no use in waiting. */
  private static final Duration HEARING = Duration.ofSeconds(5);

  /** What xl says of a guest without PV drivers that nobody may press the power button of. */
  private static final String DEAF = "control interface not available";

  private static final String SECONDS_TO_VANISH = "30";

  private final Tools tools;

  Ending(Tools tools) {
    this.tools = tools;
  }

  Outcome shutDown(Target target) throws HostTrouble {
    List<Domain> there = tools.look(target);
    if (there.isEmpty()) {
      return gone(target, "it is not there");
    }
    State state = carryOut(target, HEARING, Act.SHUT_DOWN, there);
    if (state instanceof Running) {
      return waiting(target, "it is being asked to shut down");
    }
    List<Domain> left = isFound(state) ? there : tools.look(target);
    if (left.isEmpty()) {
      return gone(target, "it has shut down");
    }
    return isAsked(target, state)
        ? waiting(target, heard(target, (Ended) state) + "; " + Tools.describe(left))
        : trouble("Shutting down ", target, state, left);
  }

  Outcome destroy(Target target) throws HostTrouble {
    List<Domain> there = tools.look(target);
    if (there.isEmpty()) {
      return gone(target, "it is not there");
    }
    State state = carryOut(target, tools.limits().command(), Act.DESTROY, there, SECONDS_TO_VANISH);
    if (state instanceof Running running) {
      return waiting(target, "it is being destroyed, for " + running.seconds() + " s so far");
    }
    if (state instanceof Ended ended && ended.word().equals("destroyed")) {
      return gone(
          target,
          "%s destroy, exit code %d after %d s"
              .formatted(tool(target), number(ended), ended.seconds()));
    }
    List<Domain> left = tools.look(target);
    return left.isEmpty()
        ? gone(target, "it is not there any more")
        : trouble("Destroying ", target, state, left);
  }

  /**
   * Acts on no domain but those that were there: a command that is held up on its way may begin
   * when the VM was long created anew.
   */
  private State carryOut(
      Target target, Duration patience, Act act, List<Domain> meant, String... more)
      throws HostTrouble {
    List<String> arguments = new ArrayList<>(List.of(target.uuid().toString()));
    arguments.addAll(List.of(more));
    meant.forEach(domain -> arguments.add(Integer.toString(domain.id())));
    ShellScript script = act.in(tools.toolstack(target), arguments.toArray(String[]::new));
    return tools.operations().carryOut(target, patience, script);
  }

  private static boolean isFound(State state) {
    return state instanceof Ended ended && ended.origin() == Origin.FOUND;
  }

  /**
   * Whether the guest may still heed the request: not when the tool was killed, perhaps before it
   * asked, and not when the guest has nothing that could hear.
   */
  private boolean isAsked(Target target, State state) throws HostTrouble {
    if (!(state instanceof Ended ended) || !ended.word().equals("asked")) {
      return false;
    }
    return number(ended) == 0
        || kind(target, ended) != TroubleKind.INTERRUPTED && !ended.errors().contains(DEAF);
  }

  /** What came of the one request to the guest. */
  private String heard(Target target, Ended ended) throws HostTrouble {
    int exit = number(ended);
    return exit == 0
        ? "the guest has heard"
        : tool(target)
            + " shutdown, exit code "
            + exit
            + ": "
            + tools.toolstack(target).diagnose(exit, ended.errors()).cause();
  }

  private Outcome trouble(String verb, Target target, State state, List<Domain> left)
      throws HostTrouble {
    String begin = verb + target.vm() + " on " + target.host() + ": ";
    if (state instanceof Interrupted) {
      return new Outcome.Trouble(
          TroubleKind.INTERRUPTED,
          begin + "the command was cut off; " + Tools.describe(left) + ". Try again.");
    }
    return new Outcome.Trouble(
        kind(target, (Ended) state),
        begin + cause(target, (Ended) state) + "; " + Tools.describe(left) + ".");
  }

  /** A tool that was killed may be asked again; what it refused it will refuse again. */
  private TroubleKind kind(Target target, Ended ended) throws HostTrouble {
    if (ended.word().equals("others")) {
      return TroubleKind.INTERRUPTED;
    }
    boolean killed =
        !ended.rest().isEmpty()
            && tools.toolstack(target).diagnose(number(ended), ended.errors()).kind()
                == TroubleKind.INTERRUPTED;
    return killed ? TroubleKind.INTERRUPTED : TroubleKind.REFUSED;
  }

  private String cause(Target target, Ended ended) throws HostTrouble {
    if (ended.word().equals("blind")) {
      return tool(target)
          + " list failed there, and nothing is ended unseen: "
          + ToolText.firstLine(ended.errors());
    }
    if (ended.word().equals("others")) {
      return "it has become another domain meanwhile, and none is ended that was not seen before";
    }
    if (ended.rest().isEmpty()) {
      return "the operation ended without a result: " + ToolText.firstLine(ended.errors());
    }
    int exit = number(ended);
    return "%s, exit code %d after %d s: %s"
        .formatted(
            tool(target),
            exit,
            ended.seconds(),
            ToolText.phrase(tools.toolstack(target).diagnose(exit, ended.errors()).cause()));
  }

  private String tool(Target target) throws HostTrouble {
    return tools.toolstack(target).name();
  }

  /** The exit code behind the verdict's first word. */
  private static int number(Ended ended) {
    return ended.rest().isEmpty() ? -1 : Integer.parseInt(ended.rest().get(0));
  }

  private static Outcome gone(Target target, String how) {
    return new Outcome.Done(
        target.vm() + " does not run on " + target.host() + " any more: " + how + ".");
  }

  private static Outcome waiting(Target target, String what) {
    return new Outcome.InProgress(SOON, target.vm() + " on " + target.host() + ": " + what + ".");
  }
}
