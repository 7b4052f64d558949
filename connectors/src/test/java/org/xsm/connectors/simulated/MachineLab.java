package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.SetClock;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.PowerControl;

/** A simulated site of bare machines whose time passes when a test says so. */
final class MachineLab implements AutoCloseable {
  /** Powered by a controller. */
  static final BareHost XEN5 = powered(5, "ipmi://192.168.6.105");

  private final SetClock clock = new SetClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Home home;
  private SimulatedSite site;
  private SimulatedMachines machines;

  MachineLab(Path folder) {
    home = new Home(folder);
    start();
  }

  private void start() {
    site = new SimulatedSite(home, SimulatedSettings.defaults(), clock);
    machines = new SimulatedMachines(site, SimulatedSettings.defaults());
  }

  /** Another manager takes this one's place. */
  void restart() {
    site.close();
    start();
  }

  static BareHost powered(int number, String power) {
    return Machines.powered(
        Machines.xen(number, "192.168.5." + (100 + number)), PowerControl.parse(power));
  }

  static MachineTarget target(BareHost machine, String operation) {
    return new MachineTarget(new OperationId(operation), machine);
  }

  SimulatedSite site() {
    return site;
  }

  SimulatedMachines machines() {
    return machines;
  }

  SimulatedMachine of(BareHost machine) {
    return machines.machine(machine.address());
  }

  Path folder(HostAddress address) {
    return home.data().resolve("simulated").resolve(address.value());
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  Outcome.Done done(MachineCommand command) {
    Outcome outcome = machines.carryOut(command);
    assertThat(outcome).as("%s", command).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  Outcome.Trouble trouble(MachineCommand command) {
    Outcome outcome = machines.carryOut(command);
    assertThat(outcome).as("%s", command).isInstanceOf(Outcome.Trouble.class);
    return (Outcome.Trouble) outcome;
  }

  /** All that a machine needs before it is started to be installed. */
  MachineTarget offer(BareHost machine, String operation) {
    return offer(machine, operation, Transfer.UNICAST);
  }

  /** The same, with its image coming so. */
  MachineTarget offer(BareHost machine, String operation, Transfer transfer) {
    MachineTarget target = target(machine, operation);
    machines.meet(List.of(machine));
    done(new MachineCommand.ReserveAddress(target));
    done(new MachineCommand.AssignImage(target, transfer));
    done(new MachineCommand.OfferInstaller(target, transfer));
    machines.begin(target);
    return target;
  }

  /** Offers everything, and starts it by its controller. */
  MachineTarget install(BareHost machine, String operation) {
    MachineTarget target = offer(machine, operation);
    done(new MachineCommand.PowerCycle(target, BootDevice.NETWORK));
    return target;
  }

  /** Lets time pass until it comes no further, as the manager would look at it. */
  Optional<Stage> walk(BareHost machine) {
    for (int moment = 0; moment < 60; moment++) {
      pass(Duration.ofMillis(100));
      if (stage(machine).equals(Optional.of(Stage.INSTALLED))) {
        done(new MachineCommand.OfferLocalBoot(target(machine, "any")));
      }
    }
    return stage(machine);
  }

  Optional<Stage> stage(BareHost machine) {
    return machines.look(machine).stage();
  }

  @Override
  public void close() {
    site.close();
  }
}
