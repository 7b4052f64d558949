package org.xsm.connectors.simulated;

import java.io.IOException;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.PowerControl.Ipmi;
import org.xsm.workflows.site.PowerControl.WakeOnLan;

/**
 * Powers simulated machines as real ones are powered: by a controller that does all that is asked,
 * by the living system itself, by a magic packet that wakes only what is off, or by a person.
 */
final class SimulatedPower {
  private static final String SWITCHED_ON = "%s was switched on by its controller %s.";

  Outcome on(BareMachine here, MachineCommand.PowerOn asked) throws IOException {
    BareHost machine = asked.target().machine();
    if (machine.power() instanceof Ipmi ipmi) {
      String how = here.isOn() ? "%s is on, as its controller %s says." : SWITCHED_ON;
      here.switchOn(start(asked.from()));
      return new Outcome.Done(how.formatted(machine.name(), ipmi.bmc()));
    }
    return here.isAlive()
        ? new Outcome.Done(machine.name() + " is on: its system answers.")
        : startedByOthers(here, machine);
  }

  /** A controller switches it off and on; that it was off in between shows in no answer. */
  Outcome cycle(BareMachine here, MachineCommand.PowerCycle asked) throws IOException {
    BareHost machine = asked.target().machine();
    if (machine.power() instanceof Ipmi ipmi) {
      here.restart("cycle:" + asked.target().operation(), start(asked.from()));
      here.switchOn(start(asked.from()));
      return new Outcome.Done(SWITCHED_ON.formatted(machine.name(), ipmi.bmc()));
    }
    return rebooted(here, asked);
  }

  /** One who was silent when he was asked first is left to others, however he is found later. */
  private Outcome rebooted(BareMachine here, MachineCommand.PowerCycle asked) throws IOException {
    BareHost machine = asked.target().machine();
    String reboot = "cycle:" + asked.target().operation();
    String silence = "silent:" + asked.target().operation();
    if (!here.hasNoted(reboot) && !here.isAlive()) {
      here.note(silence);
    }
    if (here.hasNoted(silence)) {
      return startedByOthers(here, machine);
    }
    here.restart(reboot, Position.FROM_NETWORK);
    return new Outcome.Done(machine.name() + " went down to reboot.");
  }

  Outcome off(BareMachine here, MachineCommand.PowerOff asked) throws IOException {
    BareHost machine = asked.target().machine();
    String note = "off:" + asked.target().operation();
    if (machine.power() instanceof Ipmi ipmi) {
      here.switchOff(note);
      return new Outcome.Done(
          "%s is off, as its controller %s says.".formatted(machine.name(), ipmi.bmc()));
    }
    if (here.isAlive()) {
      here.switchOff(note);
    }
    return here.hasNoted(note)
        ? new Outcome.Done(machine.name() + " was asked to switch itself off, and is silent.")
        : unseen(machine);
  }

  private static Outcome startedByOthers(BareMachine here, BareHost machine) throws IOException {
    if (machine.power() instanceof WakeOnLan) {
      here.switchOn(Position.FROM_NETWORK);
      return new Outcome.Done(
          "A magic packet was sent to %s (%s); it answers none."
              .formatted(machine.name(), machine.mac()));
    }
    return new Outcome.Trouble(
        TroubleKind.NEEDS_A_PERSON,
        ("Power on %s (network card %s) by hand. It starts from the network, which must come first"
                + " in its firmware's boot order, and goes on by itself from there. It is"
                + " simulated: whoever writes the file %s presses its button.")
            .formatted(machine.name(), machine.mac(), here.button()));
  }

  private static Outcome unseen(BareHost machine) {
    return new Outcome.Trouble(
        TroubleKind.NEEDS_A_PERSON,
        "Nobody can see from afar whether %s (%s, %s) is off. Switch it off by hand."
            .formatted(machine.name(), machine.address(), machine.mac()));
  }

  private static Position start(BootDevice from) {
    return from == BootDevice.DISK ? Position.FROM_DISK : Position.FROM_NETWORK;
  }
}
