package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.xsm.connectors.simulated.MachineLab.XEN5;
import static org.xsm.connectors.simulated.MachineLab.target;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.Manager;
import org.xsm.connectors.ssh.Door;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.BareHost;

/** What a machine is as a host, seen over SSH: before it was deployed, after it, and once more. */
class DeployedMachineTest {
  @TempDir Path folder;
  private MachineLab lab;

  @BeforeEach
  void start() {
    lab = new MachineLab(folder);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  private void refused() {
    Door door = lab.site().to(XEN5.address());
    assertThatThrownBy(() -> new Socket(door.address(), door.port()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused");
  }

  private String answer(String command) throws Exception {
    try (RemoteShell shell = RemoteShell.enter(lab.site().to(XEN5.address()))) {
      return shell.run(command).out();
    }
  }

  @Test
  void it_answers_when_it_has_started_from_its_disk_and_not_before() throws Exception {
    lab.machines().meet(List.of(XEN5));
    refused();
    lab.restart();
    refused();
    lab.install(XEN5, "run.1");
    lab.pass(Duration.ofSeconds(2));
    assertThat(lab.stage(XEN5)).contains(Stage.TRANSFER);
    refused();
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    assertThat(answer("xl info host")).isEqualTo("xen5\n");
    lab.restart();
    assertThat(answer("xl list | wc -l")).isEqualTo("2\n");
    lab.done(new MachineCommand.PowerOff(target(XEN5, "run.2")));
    refused();
  }

  @Test
  void a_host_that_answers_is_no_bare_machine() throws Exception {
    assertThat(answer("xl info host")).isEqualTo("xen-192-168-5-105\n");
    lab.machines().meet(List.of(XEN5));
    assertThat(answer("echo there")).isEqualTo("there\n");
    assertThat(lab.folder(XEN5.address()).resolve("machine")).doesNotExist();
    lab.machines().begin(target(XEN5, "run.1"));
    assertThat(lab.machines().look(XEN5)).isEqualTo(Progress.NONE);
    assertThat(answer("echo there")).isEqualTo("there\n");
  }

  @Test
  void a_host_that_nobody_looked_at_since_the_start_is_a_host_still() throws Exception {
    answer("true");
    lab.restart();
    lab.machines().meet(List.of(XEN5));
    assertThat(answer("xl info host")).isEqualTo("xen-192-168-5-105\n");
  }

  @Test
  void an_installation_destroys_what_was_on_the_disk() throws Exception {
    create("g1");
    lab.install(XEN5, "run.1");
    refused();
    lab.walk(XEN5);
    assertThat(answer("ls; xl list | wc -l")).doesNotContain("g1.cfg").endsWith("2\n");
    create("g1");
    assertThat(lab.site().host(XEN5.address()).count("create")).isEqualTo(2);
  }

  @Test
  void guests_do_not_outlive_a_restart_but_files_do() throws Exception {
    create("g1");
    lab.done(new MachineCommand.PowerCycle(target(XEN5, "run.1"), BootDevice.DISK));
    lab.machines().begin(target(XEN5, "run.1"));
    lab.walk(XEN5);
    assertThat(answer("ls; xl list | wc -l")).contains("g1.cfg").endsWith("2\n");
    assertThat(lab.of(XEN5).installsBegun()).isZero();
  }

  private void create(String guest) throws Exception {
    lab.site().to(XEN5.address());
    Files.writeString(
        lab.folder(XEN5.address()).resolve(guest + ".cfg"),
        Dom0.resource("guests/" + guest + ".cfg"));
    assertThat(answer("xl create " + guest + ".cfg; xl list | wc -l")).endsWith("3\n");
  }

  @Test
  void open_connections_are_cut_when_it_goes_down() throws Exception {
    lab.site().to(XEN5.address());
    try (RemoteShell shell = RemoteShell.enter(lab.site().to(XEN5.address()))) {
      lab.done(new MachineCommand.PowerCycle(target(XEN5, "run.1"), BootDevice.NETWORK));
      await().until(() -> !shell.isOpen());
    }
    refused();
  }

  @Test
  void faults_and_hardware_laid_down_in_advance_are_the_machines() throws Exception {
    Path hardware = lab.folder(XEN5.address()).resolve("xen/settings");
    Files.createDirectories(hardware.getParent());
    Files.writeString(hardware, "total=4096\ndom0=512\nxen=13\ncpus=3\nname=big\n");
    lab.of(XEN5).stallTransferAt(70);
    lab.install(XEN5, "run.1");
    lab.walk(XEN5);
    assertThat(lab.machines().look(XEN5).percent()).hasValue(70);
    lab.of(XEN5).heal();
    lab.walk(XEN5);
    assertThat(answer("xl info nr_cpus")).isEqualTo("3\n");
  }

  @Test
  void to_the_manager_a_bare_machine_is_a_host_that_does_not_answer_until_it_is_deployed() {
    try (Manager manager = Manager.in(folder.resolve("wired"), "xsm.simulated.install-time=1s")) {
      MachineTarget target = target(XEN5, "run.1");
      SimulatedMachines machines = manager.machines();
      machines.meet(List.of(XEN5));
      assertThat(manager.observe(XEN5.address()))
          .isInstanceOfSatisfying(
              HostFound.Unknown.class,
              host -> assertThat(host.trouble()).isEqualTo(TroubleKind.UNREACHABLE));
      machines.carryOut(new MachineCommand.ReserveAddress(target));
      machines.carryOut(new MachineCommand.AssignImage(target, Transfer.UNICAST));
      machines.carryOut(new MachineCommand.OfferInstaller(target, Transfer.UNICAST));
      machines.begin(target);
      machines.carryOut(new MachineCommand.PowerCycle(target, BootDevice.NETWORK));
      await().until(() -> machines.look(XEN5).stage().equals(Optional.of(Stage.INSTALLED)));
      machines.carryOut(new MachineCommand.OfferLocalBoot(target));
      await().until(() -> machines.look(XEN5).stage().equals(Optional.of(Stage.XEN_UP)));
      assertThat(manager.observe(XEN5.address())).isInstanceOf(HostFound.Up.class);
    }
  }

  @Test
  void a_state_that_somebody_spoiled_takes_only_its_own_machine_away() throws Exception {
    lab.machines().meet(List.of(XEN5));
    Files.writeString(lab.folder(XEN5.address()).resolve(BareMachine.STATE), "nonsense\n");
    lab.restart();
    assertThatThrownBy(() -> lab.machines().begin(target(XEN5, "run.1")))
        .hasMessageContaining("xen5");
    BareHost other = MachineLab.powered(8, "wol");
    lab.offer(other, "run.2");
    lab.done(new MachineCommand.PowerOn(target(other, "run.2"), BootDevice.NETWORK));
    assertThat(lab.walk(other)).contains(Stage.XEN_UP);
  }
}
