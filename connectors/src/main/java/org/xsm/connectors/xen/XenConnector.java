package org.xsm.connectors.xen;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;

/** Carries commands out on Xen hosts. */
public final class XenConnector implements Connector {
  private final Map<Class<? extends Command>, Deed> deeds = new HashMap<>();

  public XenConnector(HostShell shell, Toolstacks toolstacks, Limits limits, Clock clock) {
    Tools tools = new Tools(shell, toolstacks, limits);
    GuestConfigs configs = new GuestConfigs(shell, limits.look());
    Ending ending = new Ending(tools);
    Resizing resizing = new Resizing(tools);
    Creation creation = new Creation(tools);
    RunningCheck check = new RunningCheck(tools, clock);
    MigrationCheck migrationCheck = new MigrationCheck(tools);
    Migration migration = new Migration(tools);

    on(Command.WriteConfig.class, "Writing the guest config of", configs::write);
    on(Command.CreateVm.class, "Creating", create -> creation.carryOut(create.target()));
    on(Command.CheckRunning.class, "Looking for", look -> check.carryOut(look.target()));
    on(Command.ShutDownVm.class, "Shutting down", end -> ending.shutDown(end.target()));
    on(Command.DestroyVm.class, "Destroying", end -> ending.destroy(end.target()));
    on(
        Command.RemoveConfig.class,
        "Removing the guest config of",
        remove -> configs.remove(remove.target()));
    on(Command.SetVcpus.class, "Changing the VCPUs of", resizing::vcpus);
    on(Command.SetMemory.class, "Changing the memory of", resizing::memory);
    on(Command.CheckMigration.class, "Looking whether to migrate", migrationCheck::carryOut);
    on(Command.MigrateVm.class, "Migrating", migration::carryOut);
  }

  private interface Carrying<C extends Command> {
    Outcome carryOut(C command) throws HostTrouble;
  }

  /**
   * How a kind of command is carried out.
   *
   * @param verb what is being done, in front of the VM's name
   */
  private record Deed(String verb, Carrying<Command> carrying) {}

  private <C extends Command> void on(Class<C> kind, String verb, Carrying<C> carrying) {
    deeds.put(kind, new Deed(verb, command -> carrying.carryOut(kind.cast(command))));
  }

  @Override
  public Outcome carryOut(Command command) {
    Deed deed = deeds.get(command.getClass());
    if (deed == null) {
      throw new IllegalStateException("no such command: " + command);
    }
    try {
      return deed.carrying().carryOut(command);
    } catch (HostTrouble trouble) {
      return new Outcome.Trouble(
          trouble.kind(),
          subject(deed, command.target(), trouble.getMessage()) + ": " + trouble.getMessage());
    }
  }

  /** Names the host unless the text does. */
  private static String subject(Deed deed, Target target, String text) {
    String what = deed.verb() + " " + target.vm();
    return target.host().isNamedIn(text) ? what : what + " on " + target.host();
  }
}
