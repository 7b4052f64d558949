package org.xsm.connectors.power;

import java.time.Duration;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.power.Controllers.State;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.PowerControl.Ipmi;

/** Powers machines by their management controllers, and believes only what these show. */
final class IpmiSwitch implements PowerSwitch {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String SEEN_OFF = "seen off";

  private final Controllers controllers;
  private final PowerMemory memory;

  IpmiSwitch(Controllers controllers, PowerMemory memory) {
    this.controllers = controllers;
    this.memory = memory;
  }

  @Override
  public Outcome on(MachineTarget target, BootDevice from) throws MachineTrouble {
    BareHost machine = target.machine();
    Ipmi bmc = bmc(machine);
    if (controllers.look(machine, bmc) == State.ON) {
      return new Outcome.Done(
          "%s is on, as its controller %s says.".formatted(machine.name(), bmc.bmc()));
    }
    controllers.bootFrom(machine, bmc, from);
    controllers.switchOn(machine, bmc);
    return controllers.look(machine, bmc) == State.ON
        ? new Outcome.Done(
            "%s was switched on by its controller %s.".formatted(machine.name(), bmc.bmc()))
        : new Outcome.InProgress(SOON, machine.name() + " is being switched on.");
  }

  /** Off, seen to be off, and on: whoever has seen it off never switches it off again. */
  @Override
  public Outcome cycle(MachineTarget target, BootDevice from) throws MachineTrouble {
    if (memory.find(target.operation()).isEmpty()) {
      Outcome off = off(target);
      if (!(off instanceof Outcome.Done)) {
        return off;
      }
      memory.remember(target.operation(), SEEN_OFF);
    }
    return on(target, from);
  }

  @Override
  public Outcome off(MachineTarget target) throws MachineTrouble {
    BareHost machine = target.machine();
    Ipmi bmc = bmc(machine);
    if (controllers.look(machine, bmc) == State.ON) {
      controllers.switchOff(machine, bmc);
      if (controllers.look(machine, bmc) == State.ON) {
        return new Outcome.InProgress(SOON, machine.name() + " is being switched off.");
      }
    }
    return new Outcome.Done(
        "%s is off, as its controller %s says.".formatted(machine.name(), bmc.bmc()));
  }

  private static Ipmi bmc(BareHost machine) {
    return (Ipmi) machine.power();
  }
}
