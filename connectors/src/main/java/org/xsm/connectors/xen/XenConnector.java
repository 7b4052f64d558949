package org.xsm.connectors.xen;

import java.time.Clock;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;

/** Carries commands out on Xen hosts. */
public final class XenConnector implements Connector {
  private final GuestConfigs configs;
  private final Creation creation;
  private final RunningCheck check;
  private final Ending ending;

  public XenConnector(HostShell shell, Toolstacks toolstacks, Limits limits, Clock clock) {
    Tools tools = new Tools(shell, toolstacks, limits);
    this.configs = new GuestConfigs(shell, limits.look());
    this.creation = new Creation(tools);
    this.check = new RunningCheck(tools, clock);
    this.ending = new Ending(tools);
  }

  @Override
  public Outcome carryOut(Command command) {
    try {
      return answer(command);
    } catch (HostTrouble trouble) {
      Target target = command.target();
      return new Outcome.Trouble(
          trouble.kind(),
          "%s %s on %s: %s"
              .formatted(verb(command), target.vm(), target.host(), trouble.getMessage()));
    }
  }

  private Outcome answer(Command command) throws HostTrouble {
    Target target = command.target();
    if (command instanceof Command.WriteConfig write) {
      return configs.write(write);
    } else if (command instanceof Command.CreateVm) {
      return creation.carryOut(target);
    } else if (command instanceof Command.CheckRunning) {
      return check.carryOut(target);
    } else if (command instanceof Command.ShutDownVm) {
      return ending.shutDown(target);
    } else if (command instanceof Command.DestroyVm) {
      return ending.destroy(target);
    } else if (command instanceof Command.RemoveConfig) {
      return configs.remove(target);
    }
    throw new IllegalStateException("no such command: " + command);
  }

  private static String verb(Command command) {
    if (command instanceof Command.WriteConfig) {
      return "Writing the guest config of";
    } else if (command instanceof Command.CreateVm) {
      return "Creating";
    } else if (command instanceof Command.CheckRunning) {
      return "Looking for";
    } else if (command instanceof Command.ShutDownVm) {
      return "Shutting down";
    } else if (command instanceof Command.DestroyVm) {
      return "Destroying";
    }
    return "Removing the guest config of";
  }
}
