package org.xsm.connectors.power;

import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.PowerControl;

/** Powers bare machines, each by the way that the site file says. */
public final class Power {
  private final PowerSwitch ipmi;
  private final PowerSwitch waking;
  private final PowerSwitch hand;

  /**
   * @param server the boot server, where magic packets may be sent from
   */
  public Power(PowerSettings settings, Home home, BootServer server, Ssh ssh) {
    PowerMemory memory = new PowerMemory(home.data().resolve("power"));
    LivingSystems systems = new LivingSystems(ssh, settings.limit());
    BmcPasswords passwords = new BmcPasswords(home.secrets().resolve("bmc"));
    ipmi = new IpmiSwitch(new Controllers(settings, passwords), memory);
    waking = new AskingSwitch(systems, memory, new Waking(settings, server));
    hand = new AskingSwitch(systems, memory, Power::byHand);
  }

  public Outcome on(MachineTarget target, BootDevice from) throws MachineTrouble {
    return of(target).on(target, from);
  }

  public Outcome cycle(MachineTarget target, BootDevice from) throws MachineTrouble {
    return of(target).cycle(target, from);
  }

  public Outcome off(MachineTarget target) throws MachineTrouble {
    return of(target).off(target);
  }

  private PowerSwitch of(MachineTarget target) {
    PowerControl control = target.machine().power();
    if (control instanceof PowerControl.Ipmi) {
      return ipmi;
    }
    return control instanceof PowerControl.WakeOnLan ? waking : hand;
  }

  private static Outcome byHand(BareHost machine) {
    return new Outcome.Trouble(
        TroubleKind.NEEDS_A_PERSON,
        ("Power on %s (network card %s) by hand. It starts from the network, which must come first"
                + " in its firmware's boot order, and goes on by itself from there.")
            .formatted(machine.name(), machine.mac()));
  }
}
