package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.machine.MachineRack;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.MacAddress;

/**
 * Bare machines of the simulated site, for the demo, rehearsals and tests: what real ones are
 * offered by DHCP, boot and image servers lies in their folders, and they walk from their start to
 * a Xen host in seconds. See {@code docs/simulated-site.md}.
 */
public final class SimulatedMachines implements MachineConnector, MachineWatch, MachineRack {
  private final Map<Class<? extends MachineCommand>, Deed<MachineCommand>> deeds = new HashMap<>();
  private final SimulatedSite site;

  public SimulatedMachines(SimulatedSite site, SimulatedSettings settings) {
    this.site = site;
    offer(new SimulatedBootServer(settings.images()));
    power(new SimulatedPower());
  }

  private void offer(SimulatedBootServer server) {
    on(MachineCommand.ReserveAddress.class, server::reserve);
    on(MachineCommand.ReleaseAddress.class, server::release);
    on(MachineCommand.AssignImage.class, server::assign);
    on(MachineCommand.WithdrawImage.class, server::withdrawImage);
    on(MachineCommand.OfferInstaller.class, server::offerInstaller);
    on(MachineCommand.OfferLocalBoot.class, server::offerLocalBoot);
    on(MachineCommand.WithdrawBoot.class, server::withdrawBoot);
    on(MachineCommand.CheckReceipt.class, server::check);
  }

  private void power(SimulatedPower power) {
    on(MachineCommand.PowerOn.class, power::on);
    on(MachineCommand.PowerCycle.class, power::cycle);
    on(MachineCommand.PowerOff.class, power::off);
  }

  /** How a kind of command is carried out. */
  private interface Deed<C extends MachineCommand> {
    Outcome carryOut(BareMachine here, C command) throws IOException;
  }

  private <C extends MachineCommand> void on(Class<C> kind, Deed<C> deed) {
    deeds.put(kind, (here, command) -> deed.carryOut(here, kind.cast(command)));
  }

  /** The machine at this address in the hands of a test or a demo. */
  public SimulatedMachine machine(HostAddress address) {
    return new SimulatedMachine(site.rack().at(address).folder());
  }

  /** Lets a machine ask for an address that nobody has declared, in a test or a demo. */
  public void appear(MacAddress mac) {
    try {
      site.strangers().touch(mac);
    } catch (IOException e) {
      throw new UncheckedIOException("unknown machine " + mac, e);
    }
  }

  @Override
  public void meet(List<BareHost> machines) {
    machines.forEach(machine -> at(machine, BareMachine::meet));
  }

  @Override
  public void begin(MachineTarget target) {
    at(target.machine(), here -> here.beginWay(target.operation()));
  }

  @Override
  public Progress look(BareHost machine) {
    return at(machine, BareMachine::look);
  }

  @Override
  public List<Stranger> strangers() {
    return site.strangers().list();
  }

  @Override
  public Outcome carryOut(MachineCommand command) {
    Deed<MachineCommand> deed = deeds.get(command.getClass());
    if (deed == null) {
      throw new IllegalStateException("no such command: " + command);
    }
    return at(
        command.target().machine(),
        here -> {
          here.meet();
          return deed.carryOut(here, command);
        });
  }

  /** What is done with a machine, and comes of that. */
  private interface Act<T> {
    T on(BareMachine machine) throws IOException;
  }

  private <T> T at(BareHost machine, Act<T> act) {
    try {
      T result = act.on(site.rack().at(machine.address()));
      site.follow(machine.address());
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("simulated machine " + machine.name(), e);
    }
  }
}
