package org.xsm.connectors.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.pxe.Machines;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.OpenSshServer;
import org.xsm.connectors.ssh.SshLab;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.PowerControl;

/** Machines without a controller, whose system is a real OpenSSH server with tools that pretend. */
class AskingPowerTest {
  private static final String MAC = "00163E000005";

  @TempDir static Path machine;
  @TempDir Path folder;
  private static OpenSshServer server;
  private static SshLab ssh;
  private static boolean silent;
  private Power power;

  @BeforeAll
  static void boot() throws Exception {
    Path bin = Files.createDirectories(machine.resolve("bin"));
    tool(bin, "cat", "[ \"$1\" != /proc/sys/kernel/random/boot_id ] || exec /bin/cat " + bootId());
    tool(bin, "reboot", "echo reboot >>" + machine.resolve("heard"));
    tool(bin, "poweroff", "echo poweroff >>" + machine.resolve("heard"));
    server = OpenSshServer.start(machine.resolve("sshd"), bin, Map.of());
    ssh = new SshLab(host -> silent ? door(9) : server.door());
  }

  @AfterAll
  static void stop() throws Exception {
    if (ssh != null) {
      ssh.close();
      server.close();
    }
  }

  @BeforeEach
  void prepare() throws Exception {
    silent = false;
    Files.deleteIfExists(machine.resolve("heard"));
    reboot();
    power = manager();
  }

  private static Path bootId() {
    return machine.resolve("boot_id");
  }

  private static void reboot() throws Exception {
    Files.writeString(bootId(), UUID.randomUUID() + "\n");
  }

  private static Door door(int port) {
    Door door = server.door();
    return new Door(
        door.address(),
        port,
        door.user(),
        door.identity(),
        door.knownHosts(),
        door.knownAs(),
        door.directory());
  }

  private static void tool(Path bin, String name, String body) throws Exception {
    Path tool = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Power manager() {
    return new Power(
        settings(9), home(), new BootServer(new LocalShell(Duration.ofSeconds(20))), ssh.ssh());
  }

  private Home home() {
    return new Home(folder);
  }

  private static PowerSettings settings(int port) {
    return new PowerSettings(
        "ipmitool",
        "admin",
        3,
        Duration.ofSeconds(20),
        PowerSettings.Waker.MANAGER,
        "127.255.255.255",
        port,
        "lo");
  }

  private static MachineTarget target(String operation, PowerControl control) {
    BareHost xen5 = Machines.xen(5, SshLab.HOST.value());
    return new MachineTarget(new OperationId(operation), Machines.powered(xen5, control));
  }

  private static MachineTarget waking(String operation) {
    return target(operation, new PowerControl.WakeOnLan());
  }

  private static void heard(String... words) {
    await()
        .untilAsserted(
            () ->
                assertThat(machine.resolve("heard"))
                    .content()
                    .isEqualToIgnoringNewLines(String.join("", words)));
  }

  @Test
  void a_living_system_is_asked_to_reboot_until_it_has() throws Exception {
    assertThat(power.cycle(waking("one"), BootDevice.NETWORK))
        .isInstanceOf(Outcome.InProgress.class);
    heard("reboot");
    reboot();

    assertThat(manager().cycle(waking("one"), BootDevice.NETWORK)).isInstanceOf(Outcome.Done.class);

    assertThat(power.cycle(waking("one"), BootDevice.NETWORK)).isInstanceOf(Outcome.Done.class);
    heard("reboot");
  }

  @Test
  void a_system_that_went_down_to_reboot_is_not_woken() throws Exception {
    power.cycle(waking("two"), BootDevice.NETWORK);
    heard("reboot");
    silent = true;
    assertThat(power.cycle(waking("two"), BootDevice.NETWORK))
        .isEqualTo(new Outcome.Done("xen5 went down to reboot."));
  }

  @Test
  void a_silent_machine_is_woken_by_a_magic_packet() throws Exception {
    silent = true;
    try (DatagramSocket card = new DatagramSocket(null)) {
      card.bind(new InetSocketAddress("0.0.0.0", 0));
      card.setSoTimeout(5000);
      Power waker =
          new Power(
              settings(card.getLocalPort()),
              home(),
              new BootServer(new LocalShell(Duration.ofSeconds(20))),
              ssh.ssh());

      assertThat(waker.cycle(waking("three"), BootDevice.NETWORK)).isInstanceOf(Outcome.Done.class);

      DatagramPacket packet = new DatagramPacket(new byte[200], 200);
      card.receive(packet);
      assertThat(HexFormat.of().withUpperCase().formatHex(packet.getData(), 0, packet.getLength()))
          .isEqualTo("FFFFFFFFFFFF" + MAC.repeat(16));
    }
  }

  @Test
  void a_silent_machine_without_any_control_needs_a_person() throws Exception {
    silent = true;
    MachineTarget target = target("four", new PowerControl.Manual());
    for (Outcome outcome :
        Arrays.asList(power.on(target, BootDevice.NETWORK), power.cycle(target, BootDevice.DISK))) {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Trouble.class,
              trouble -> {
                assertThat(trouble.kind()).isEqualTo(TroubleKind.NEEDS_A_PERSON);
                assertThat(trouble.text()).contains("xen5", "00:16:3E:00:00:05", "by hand");
              });
    }
  }

  @Test
  void a_machine_whose_system_is_strange_to_us_is_not_woken() throws Exception {
    Files.writeString(bootId(), "login banner\n");
    assertThat(power.cycle(waking("five"), BootDevice.NETWORK))
        .isInstanceOfSatisfying(
            Outcome.Trouble.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(TroubleKind.NEEDS_A_PERSON));
  }

  @Test
  void a_living_system_switches_itself_off_and_silence_alone_proves_nothing() throws Exception {
    silent = true;
    assertThat(power.off(waking("six"))).isInstanceOf(Outcome.Trouble.class);
    silent = false;
    assertThat(power.off(waking("six"))).isInstanceOf(Outcome.InProgress.class);
    heard("poweroff");
    silent = true;
    assertThat(power.off(waking("six"))).isInstanceOf(Outcome.Done.class);
  }
}
