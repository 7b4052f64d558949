package org.xsm.connectors.machine;

import java.util.HashMap;
import java.util.Map;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.power.Power;
import org.xsm.connectors.pxe.BootMenus;
import org.xsm.connectors.pxe.DhcpServer;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.site.BareHost;

/** Carries commands out for bare machines. */
public final class BareMachines implements MachineConnector {
  private final Map<Class<? extends MachineCommand>, Deed> deeds = new HashMap<>();

  BareMachines(DhcpServer dhcp, BootMenus menus, Imaging images, Power power) {
    reserve(dhcp);
    offer(menus, images);
    assign(images);
    switchOn(power);
  }

  private void reserve(DhcpServer dhcp) {
    on(
        MachineCommand.ReserveAddress.class,
        "Reserving the address of",
        asked -> dhcp.reserve(machine(asked)));
    on(
        MachineCommand.ReleaseAddress.class,
        "Releasing the address of",
        asked -> dhcp.release(machine(asked)));
  }

  private void offer(BootMenus menus, Imaging images) {
    on(
        MachineCommand.OfferInstaller.class,
        "Offering the installer to",
        offer ->
            menus.offerInstaller(
                machine(offer), images.parameters(machine(offer), offer.transfer())));
    on(
        MachineCommand.OfferLocalBoot.class,
        "Offering its own disk to",
        asked -> menus.offerLocalBoot(machine(asked)));
    on(
        MachineCommand.WithdrawBoot.class,
        "Withdrawing the boot menu of",
        asked -> menus.withdraw(machine(asked)));
  }

  private void assign(Imaging images) {
    on(
        MachineCommand.AssignImage.class,
        "Assigning an image to",
        assign -> images.assign(machine(assign), assign.transfer()));
    on(
        MachineCommand.WithdrawImage.class,
        "Withdrawing the image of",
        asked -> images.withdraw(machine(asked)));
    on(
        MachineCommand.CheckReceipt.class,
        "Checking what was received by",
        asked -> images.check(machine(asked), asked.transfer(), asked.receipt()));
  }

  private void switchOn(Power power) {
    on(MachineCommand.PowerOn.class, "Powering on", on -> power.on(on.target(), on.from()));
    on(
        MachineCommand.PowerCycle.class,
        "Restarting",
        cycle -> power.cycle(cycle.target(), cycle.from()));
    on(MachineCommand.PowerOff.class, "Powering off", off -> power.off(off.target()));
  }

  private interface Carrying<C extends MachineCommand> {
    Outcome carryOut(C command) throws MachineTrouble;
  }

  /**
   * How a kind of command is carried out.
   *
   * @param verb what is being done, in front of the machine's name
   */
  private record Deed(String verb, Carrying<MachineCommand> carrying) {}

  private <C extends MachineCommand> void on(Class<C> kind, String verb, Carrying<C> carrying) {
    deeds.put(kind, new Deed(verb, command -> carrying.carryOut(kind.cast(command))));
  }

  @Override
  public Outcome carryOut(MachineCommand command) {
    Deed deed = deeds.get(command.getClass());
    if (deed == null) {
      throw new IllegalStateException("no such command: " + command);
    }
    try {
      return deed.carrying().carryOut(command);
    } catch (MachineTrouble trouble) {
      return new Outcome.Trouble(
          trouble.kind(),
          "%s %s: %s".formatted(deed.verb(), machine(command).name(), trouble.getMessage()));
    }
  }

  private static BareHost machine(MachineCommand command) {
    return command.target().machine();
  }
}
