package org.xsm.connectors.power;

import java.time.Duration;
import java.util.Optional;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.power.LivingSystems.Alive;
import org.xsm.connectors.power.LivingSystems.Life;
import org.xsm.connectors.power.LivingSystems.Silent;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/**
 * Powers machines that have no controller: a living system is asked to reboot or to switch off, and
 * a silent machine is started by somebody else, a magic packet or a person.
 */
final class AskingSwitch implements PowerSwitch {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String STARTED = "started by hand or packet";
  private static final String OFF = "asked to switch off";

  private final LivingSystems systems;
  private final PowerMemory memory;
  private final Starter starter;

  AskingSwitch(LivingSystems systems, PowerMemory memory, Starter starter) {
    this.systems = systems;
    this.memory = memory;
    this.starter = starter;
  }

  /** How a silent machine is started. */
  interface Starter {
    Outcome start(BareHost machine) throws MachineTrouble;
  }

  @Override
  public Outcome on(MachineTarget target, BootDevice from) throws MachineTrouble {
    BareHost machine = target.machine();
    return systems.look(machine.address()) instanceof Alive
        ? new Outcome.Done(machine.name() + " is on: its system answers.")
        : starter.start(machine);
  }

  @Override
  public Outcome cycle(MachineTarget target, BootDevice from) throws MachineTrouble {
    BareHost machine = target.machine();
    Optional<String> remembered = memory.find(target.operation());
    if (remembered.equals(Optional.of(STARTED))) {
      return starter.start(machine);
    }
    Life life = systems.look(machine.address());
    if (remembered.isPresent()) {
      return rebooting(machine, remembered.get(), life);
    }
    if (life instanceof Alive alive) {
      memory.remember(target.operation(), alive.bootId());
      return reboot(machine);
    }
    if (life instanceof Silent) {
      memory.remember(target.operation(), STARTED);
      return starter.start(machine);
    }
    return locked(machine, ((LivingSystems.Strange) life).why());
  }

  /** One that answers with the same boot has not gone down yet, or has not heard us. */
  private Outcome rebooting(BareHost machine, String bootBefore, Life life) {
    return life instanceof Alive alive && alive.bootId().equals(bootBefore)
        ? reboot(machine)
        : new Outcome.Done(machine.name() + " went down to reboot.");
  }

  private Outcome reboot(BareHost machine) {
    systems.reboot(machine.address());
    return new Outcome.InProgress(SOON, machine.name() + " was asked to reboot.");
  }

  @Override
  public Outcome off(MachineTarget target) {
    BareHost machine = target.machine();
    Life life = systems.look(machine.address());
    if (life instanceof Alive) {
      memory.remember(target.operation(), OFF);
      systems.switchOff(machine.address());
      return new Outcome.InProgress(SOON, machine.name() + " was asked to switch itself off.");
    }
    if (life instanceof Silent && memory.find(target.operation()).isPresent()) {
      return new Outcome.Done(machine.name() + " was asked to switch itself off, and is silent.");
    }
    return new Outcome.Trouble(
        TroubleKind.NEEDS_A_PERSON,
        "Nobody can see from afar whether %s (%s, %s) is off. Switch it off by hand."
            .formatted(machine.name(), machine.address(), machine.mac()));
  }

  private static Outcome locked(BareHost machine, String why) {
    return new Outcome.Trouble(
        TroubleKind.NEEDS_A_PERSON,
        "%s is on, but its system does not let us in to reboot it (%s). Restart it by hand."
            .formatted(machine.name(), why));
  }
}
