package org.xsm.connectors.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Tool;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.PowerControl;

/** The real ipmitool against OpenIPMI's simulated controller. */
class IpmiPowerTest {
  @TempDir Path folder;
  private Path password;
  private IpmiSimulator simulator;
  private Power power;

  @BeforeEach
  void start() throws Exception {
    Tool.find("/usr/bin/ipmitool");
    simulator = IpmiSimulator.start(folder);
    simulator.set("power", "0");
    power = manager();
    password = folder.resolve("home/secrets/bmc/xen5");
    write(IpmiSimulator.PASSWORD + "\n", "rw-------");
    await().ignoreExceptions().until(() -> power.off(target("begin")) instanceof Outcome.Done);
  }

  @AfterEach
  void stop() {
    if (simulator != null) {
      simulator.close();
    }
  }

  private Power manager() {
    PowerSettings settings =
        new PowerSettings(
            "ipmitool",
            IpmiSimulator.USER,
            3,
            Duration.ofSeconds(20),
            PowerSettings.Waker.MANAGER,
            "127.255.255.255",
            9,
            "lo");
    return new Power(
        settings,
        new Home(folder.resolve("home")),
        new BootServer(new LocalShell(Duration.ofSeconds(20))),
        (host, request) -> {
          throw new IllegalStateException("nobody is asked over SSH");
        });
  }

  private void write(String text, String mode) throws Exception {
    Files.createDirectories(password.getParent());
    Files.writeString(password, text);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString(mode));
  }

  private MachineTarget target(String operation) {
    return target(operation, simulator.port);
  }

  private static MachineTarget target(String operation, int port) {
    BareHost xen5 = Machines.xen(5, "192.168.5.105");
    return new MachineTarget(
        new OperationId(operation),
        Machines.powered(
            xen5, new PowerControl.Ipmi(new HostAddress("127.0.0.1"), port, Optional.empty())));
  }

  private interface Asked {
    Outcome carryOut() throws MachineTrouble;
  }

  /** Asks until it is at its end, as a worker would. */
  private static Outcome end(Asked asked) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(asked::carryOut, outcome -> !(outcome instanceof Outcome.InProgress));
  }

  private static void troubled(TroubleKind kind, Asked asked, String... words) {
    assertThatThrownBy(asked::carryOut)
        .isInstanceOfSatisfying(
            MachineTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind))
        .hasMessageContainingAll(words)
        .hasMessageNotContaining(IpmiSimulator.PASSWORD);
  }

  @Test
  void a_machine_is_switched_on_from_the_network_once() throws Exception {
    assertThat(end(() -> power.on(target("on"), BootDevice.NETWORK)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(simulator.machine("power")).isEqualTo("1");
    assertThat(simulator.machine("boot")).isEqualTo("pxe");
    assertThat(end(() -> power.on(target("on"), BootDevice.NETWORK)))
        .isEqualTo(new Outcome.Done("xen5 is on, as its controller 127.0.0.1 says."));
    assertThat(simulator.changes()).containsOnlyOnce("set power 1");
  }

  @Test
  void a_machine_is_switched_off_once() throws Exception {
    simulator.set("power", "1");
    assertThat(end(() -> power.off(target("off")))).isInstanceOf(Outcome.Done.class);
    assertThat(simulator.machine("power")).isEqualTo("0");
    end(() -> power.off(target("off")));
    assertThat(simulator.changes()).containsOnlyOnce("set power 0");
  }

  @Test
  void a_machine_is_cycled_once_in_an_operation_also_by_the_next_manager() throws Exception {
    simulator.set("power", "1");
    assertThat(end(() -> power.cycle(target("cycle"), BootDevice.DISK)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(simulator.changes()).contains("set power 0").endsWith("set power 1");
    int changes = simulator.changes().size();

    assertThat(end(() -> manager().cycle(target("cycle"), BootDevice.DISK)))
        .isInstanceOf(Outcome.Done.class);

    assertThat(simulator.changes()).hasSize(changes);
    end(() -> power.cycle(target("another"), BootDevice.AS_SET_UP));
    assertThat(simulator.changes()).filteredOn("set power 0"::equals).hasSize(2);
  }

  @Test
  void a_machine_that_stays_on_is_waited_for() throws Exception {
    simulator.set("power", "1");
    simulator.set("stuck", "");
    assertThat(power.cycle(target("stuck"), BootDevice.AS_SET_UP))
        .isInstanceOf(Outcome.InProgress.class);
    assertThat(simulator.changes()).doesNotContain("set power 1");
  }

  @Test
  void a_controller_that_does_not_take_the_boot_device_is_not_believed() throws Exception {
    simulator.set("stuck", "");
    troubled(
        TroubleKind.REFUSED, () -> power.on(target("on"), BootDevice.NETWORK), "127.0.0.1", "xen5");
    assertThat(simulator.changes()).doesNotContain("set power 1");
  }

  @Test
  void a_wrong_password_and_a_silent_controller_are_told_without_the_password() throws Exception {
    write("wrong", "rw-------");
    troubled(TroubleKind.UNREACHABLE, () -> power.off(target("off")), "secrets/bmc/xen5");
    write(IpmiSimulator.PASSWORD, "rw-------");
    troubled(TroubleKind.UNREACHABLE, () -> power.off(target("off", 9)), "does not answer");
  }

  @Test
  void a_password_that_others_may_read_or_that_is_none_is_not_used() throws Exception {
    write(IpmiSimulator.PASSWORD, "rw-r-----");
    troubled(TroubleKind.BAD_CONFIG, () -> power.off(target("off")), "0600");
    for (String wrong : new String[] {"", "\n", "two\nlines\n", "more than twenty octets"}) {
      write(wrong, "rw-------");
      troubled(TroubleKind.BAD_CONFIG, () -> power.off(target("off")), "1 to 20 characters");
    }
    Files.delete(password);
    troubled(TroubleKind.BAD_CONFIG, () -> power.off(target("off")), "no password", "" + password);
  }
}
