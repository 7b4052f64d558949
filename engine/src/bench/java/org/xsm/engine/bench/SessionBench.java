package org.xsm.engine.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.xsm.connectors.simulated.SimulatedMachines;
import org.xsm.connectors.simulated.SimulatedSettings;
import org.xsm.connectors.simulated.SimulatedSite;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.TransferMethod;

/**
 * How much longer a session of 500 simulated machines takes than one of 50, with one machine of
 * twenty losing the first cast and one of fifty never coming. The simulated machines' time, which
 * does not depend on how fast this machine is; no manager around it.
 */
public final class SessionBench {
  private static final Duration GRAIN = Duration.ofMillis(100);

  private final SetClock clock;
  private final SimulatedMachines machines;
  private final List<BareHost> all;

  private SessionBench(SimulatedSite site, SetClock clock, int number) {
    machines = new SimulatedMachines(site, SimulatedSettings.defaults());
    all = IntStream.range(0, number).mapToObj(SessionBench::machine).toList();
    this.clock = clock;
  }

  public static void main(String... args) throws Exception {
    System.out.println("load " + Ground.load());
    double few = measure(50);
    double many = measure(500);
    System.out.printf(Locale.ROOT, "500 take %.2f times as long as 50%n", many / few);
    System.out.println("load " + Ground.load());
  }

  private static double measure(int number) throws Exception {
    long began = System.nanoTime();
    SetClock clock = new SetClock();
    try (Ground ground = Ground.fresh();
        SimulatedSite site =
            new SimulatedSite(new Home(ground.home()), SimulatedSettings.defaults(), clock)) {
      double seconds = new SessionBench(site, clock, number).run();
      System.out.printf(
          Locale.ROOT,
          "%d machines: %.1f s until the last living one has its image (computed in %.1f s)%n",
          number,
          seconds,
          (System.nanoTime() - began) / 1e9);
      return seconds;
    }
  }

  private double run() {
    Transfer together =
        Transfer.by(
            new ImageSession(
                "bench.xen-base.multicast",
                new ImageName("xen-base"),
                TransferMethod.MULTICAST,
                all.size()));
    machines.meet(all);
    List<BareHost> living = all.stream().filter(machine -> !isDead(machine)).toList();
    all.stream().filter(SessionBench::isDead).forEach(this::silence);
    all.stream().filter(SessionBench::isLossy).forEach(this::disturb);
    all.forEach(machine -> start(machine, together));
    Instant began = clock.instant();
    while (living.stream().filter(this::isInstalled).count() < living.size()) {
      clock.pass(GRAIN);
    }
    return Duration.between(began, clock.instant()).toMillis() / 1e3;
  }

  private void silence(BareHost machine) {
    machines.machine(machine.address()).withholdAddress();
  }

  private void disturb(BareHost machine) {
    machines.machine(machine.address()).loseCasts(1);
  }

  private void start(BareHost machine, Transfer together) {
    MachineTarget target = new MachineTarget(new OperationId("bench." + machine.name()), machine);
    machines.carryOut(new MachineCommand.ReserveAddress(target));
    machines.carryOut(new MachineCommand.AssignImage(target, together));
    machines.carryOut(new MachineCommand.OfferInstaller(target, together));
    machines.begin(target);
    machines.carryOut(new MachineCommand.PowerCycle(target, BootDevice.NETWORK));
  }

  private boolean isInstalled(BareHost machine) {
    return machines.look(machine).stage().filter(at -> !at.isBefore(Stage.INSTALLED)).isPresent();
  }

  private static boolean isDead(BareHost machine) {
    return number(machine) % 50 == 0;
  }

  private static boolean isLossy(BareHost machine) {
    return number(machine) % 20 == 1;
  }

  private static int number(BareHost machine) {
    return Integer.parseInt(machine.name().value().substring(1));
  }

  private static BareHost machine(int number) {
    return new BareHost(
        new HostName("m" + number),
        new ImageName("xen-base"),
        new HostAddress("10.9.%d.%d".formatted(number / 200, 1 + number % 200)),
        new MacAddress("00:16:3E:00:%02X:%02X".formatted(number / 256, number % 256)),
        Addressing.DHCP,
        TransferMethod.MULTICAST,
        new PowerControl.Ipmi(
            new HostAddress("10.10.%d.%d".formatted(number / 200, 1 + number % 200))));
  }

  /** Stands still until somebody lets time pass. */
  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
