package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.connectors.simulated.MachineLab.XEN5;
import static org.xsm.connectors.simulated.MachineLab.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.TransferMethod;

/** How simulated machines come from their start to a Xen host, and what keeps them from it. */
class WalkingMachinesTest {
  private static final Duration MOMENT = Duration.ofMillis(50);

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

  @Test
  void a_machine_comes_through_all_stages_within_the_time_of_an_installation() {
    lab.install(XEN5, "run.1");
    Set<Stage> seen = EnumSet.noneOf(Stage.class);
    List<Integer> percents = new ArrayList<>();
    for (int moment = 0; moment < 80; moment++) {
      lab.pass(MOMENT);
      Progress progress = lab.machines().look(XEN5);
      progress.stage().ifPresent(seen::add);
      progress.percent().ifPresent(percents::add);
      if (progress.stage().equals(Optional.of(Stage.INSTALLED))) {
        lab.done(new MachineCommand.OfferLocalBoot(target(XEN5, "run.1")));
      }
    }
    assertThat(seen).containsExactly(Stage.values());
    assertThat(percents).isSorted().hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(lab.of(XEN5).position()).isEqualTo("xen-up");
    assertThat(lab.of(XEN5).installsBegun()).isEqualTo(1);
    assertThat(lab.of(XEN5).installsFinished()).isEqualTo(1);
  }

  @Test
  void one_whom_nobody_looked_at_has_come_as_far_as_the_others() {
    lab.install(XEN5, "run.1");
    lab.pass(Duration.ofSeconds(2));
    assertThat(lab.machines().look(XEN5).stage()).contains(Stage.TRANSFER);
    lab.pass(Duration.ofHours(1));
    assertThat(lab.stage(XEN5)).contains(Stage.XEN_UP);
  }

  @Test
  void without_an_address_a_menu_or_an_image_it_comes_no_further() {
    MachineTarget target = target(XEN5, "run.1");
    lab.machines().begin(target);
    lab.done(new MachineCommand.PowerCycle(target, BootDevice.NETWORK));
    assertThat(lab.walk(XEN5)).isEmpty();
    lab.done(new MachineCommand.ReserveAddress(target));
    assertThat(lab.walk(XEN5)).contains(Stage.BOOT_LOADER);
    lab.done(new MachineCommand.OfferInstaller(target, Transfer.UNICAST));
    assertThat(lab.walk(XEN5)).contains(Stage.INSTALLER);
    assertThat(lab.machines().look(XEN5).failure().orElseThrow()).contains("no image");
    assertThat(lab.of(XEN5).installsBegun()).isZero();
  }

  @Test
  void what_is_offered_late_is_not_taken_early() {
    MachineTarget target = target(XEN5, "run.1");
    lab.machines().begin(target);
    lab.done(new MachineCommand.PowerCycle(target, BootDevice.NETWORK));
    lab.pass(Duration.ofMinutes(5));
    lab.done(new MachineCommand.ReserveAddress(target));
    assertThat(lab.stage(XEN5)).contains(Stage.DHCP_LEASE);
    lab.pass(MOMENT);
    assertThat(lab.stage(XEN5)).contains(Stage.DHCP_LEASE);
  }

  @Test
  void an_installed_machine_waits_for_its_disk_to_be_offered_and_then_goes_on_by_itself() {
    lab.install(XEN5, "run.1");
    lab.pass(Duration.ofSeconds(10));
    assertThat(lab.stage(XEN5)).contains(Stage.INSTALLED);
    lab.pass(Walking.PATIENCE);
    assertThat(lab.stage(XEN5)).contains(Stage.LOCAL_BOOT);
  }

  @Test
  void a_fault_holds_a_machine_up_until_it_is_taken_away_and_the_machine_is_started_anew() {
    SimulatedMachine machine = lab.of(XEN5);
    lab.machines().meet(List.of(XEN5));
    machine.withholdAddress();
    lab.install(XEN5, "run.1");
    assertThat(lab.walk(XEN5)).isEmpty();
    machine.timeOutTftp();
    assertThat(lastWith(machine::timeOutTftp, "run.2")).isEqualTo(at(Stage.DHCP_LEASE));
    assertThat(lastWith(() -> machine.stallTransferAt(40), "run.3"))
        .isEqualTo(new Progress(Optional.of(Stage.TRANSFER), OptionalInt.of(40), Optional.empty()));
    assertThat(lastWith(machine::neverReboot, "run.4").stage()).contains(Stage.INSTALLED);
    Progress damaged = lastWith(machine::damageImage, "run.5");
    assertThat(damaged.stage()).contains(Stage.TRANSFER);
    assertThat(damaged.failure().orElseThrow()).contains("checksum");
    assertThat(lastWith(() -> {}, "run.6").stage()).contains(Stage.XEN_UP);
    assertThat(machine.installsFinished()).isEqualTo(2);
  }

  private Progress lastWith(Runnable fault, String operation) {
    lab.of(XEN5).heal();
    fault.run();
    lab.install(XEN5, operation);
    lab.walk(XEN5);
    return lab.machines().look(XEN5);
  }

  private static Progress at(Stage stage) {
    return new Progress(Optional.of(stage), OptionalInt.empty(), Optional.empty());
  }

  @Test
  void a_transfer_that_stalled_goes_on_from_there() {
    lab.machines().meet(List.of(XEN5));
    lab.of(XEN5).stallTransferAt(40);
    lab.install(XEN5, "run.1");
    lab.walk(XEN5);
    lab.of(XEN5).heal();
    assertThat(lab.machines().look(XEN5).percent()).hasValue(40);
    lab.pass(Duration.ofMillis(140));
    assertThat(lab.machines().look(XEN5).percent()).hasValue(50);
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void another_manager_finds_it_where_it_was(Stage until) {
    lab.install(XEN5, "run.1");
    while (lab.stage(XEN5).filter(until::equals).isEmpty()) {
      lab.pass(MOMENT);
      if (lab.stage(XEN5).equals(Optional.of(Stage.INSTALLED))) {
        lab.done(new MachineCommand.OfferLocalBoot(target(XEN5, "run.1")));
      }
    }
    Progress before = lab.machines().look(XEN5);
    lab.restart();
    lab.machines().meet(List.of(XEN5));
    assertThat(lab.machines().look(XEN5)).isEqualTo(before);
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    assertThat(lab.of(XEN5).installsFinished()).isEqualTo(1);
  }

  @Test
  void a_manager_that_is_killed_before_it_notes_a_step_does_that_step_once() throws Exception {
    lab.install(XEN5, "run.1");
    Path state = lab.of(XEN5).folder().resolve(BareMachine.STATE);
    for (int moment = 0; moment < 80; moment++) {
      String before = Files.readString(state);
      lab.pass(MOMENT);
      Progress seen = lab.machines().look(XEN5);
      Files.writeString(state, before);
      lab.restart();
      assertThat(lab.machines().look(XEN5)).isEqualTo(seen);
      if (seen.stage().equals(Optional.of(Stage.INSTALLED))) {
        lab.done(new MachineCommand.OfferLocalBoot(target(XEN5, "run.1")));
      }
    }
    assertThat(lab.stage(XEN5)).contains(Stage.XEN_UP);
    assertThat(lab.of(XEN5).installsBegun()).isEqualTo(1);
    assertThat(lab.of(XEN5).installsFinished()).isEqualTo(1);
  }

  @Test
  void a_way_that_begins_forgets_what_was_seen_and_begins_once_for_an_operation() {
    MachineTarget first = lab.install(XEN5, "run.1");
    lab.walk(XEN5);
    lab.machines().begin(first);
    assertThat(lab.stage(XEN5)).contains(Stage.XEN_UP);
    MachineTarget second = target(XEN5, "run.2");
    lab.machines().begin(second);
    assertThat(lab.machines().look(XEN5)).isEqualTo(Progress.NONE);
    lab.done(new MachineCommand.PowerCycle(second, BootDevice.NETWORK));
    assertThat(lab.machines().look(XEN5)).isEqualTo(Progress.NONE);
    lab.pass(Duration.ofMillis(250));
    assertThat(lab.stage(XEN5)).contains(Stage.DHCP_LEASE);
    lab.machines().begin(second);
    assertThat(lab.stage(XEN5)).contains(Stage.DHCP_LEASE);
  }

  @Test
  void a_machine_whose_way_never_began_has_not_been_seen() {
    assertThat(lab.machines().look(XEN5)).isEqualTo(Progress.NONE);
    lab.machines().meet(List.of(XEN5));
    assertThat(lab.machines().look(XEN5)).isEqualTo(Progress.NONE);
  }

  @Test
  void one_that_is_to_start_from_its_disk_needs_a_system_there() {
    MachineTarget target = target(XEN5, "run.1");
    lab.machines().begin(target);
    lab.done(new MachineCommand.PowerCycle(target, BootDevice.DISK));
    assertThat(lab.walk(XEN5)).isEmpty();
    lab.install(XEN5, "run.2");
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    lab.machines().begin(target(XEN5, "run.3"));
    lab.done(new MachineCommand.PowerCycle(target(XEN5, "run.3"), BootDevice.DISK));
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    assertThat(lab.of(XEN5).installsBegun()).isEqualTo(1);
  }

  @Test
  void two_hundred_machines_walk_at_once() {
    List<BareHost> all =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> Machines.xen(i, "192.168.7." + i))
            .map(machine -> Machines.powered(machine, new PowerControl.WakeOnLan()))
            .toList();
    Transfer together =
        Transfer.by(
            new ImageSession(
                "run.xen-base.multicast",
                new ImageName("xen-base"),
                TransferMethod.MULTICAST,
                all.size()));
    all.forEach(machine -> lab.offer(machine, "run." + machine.name(), together));
    all.forEach(
        machine ->
            lab.done(
                new MachineCommand.PowerOn(
                    target(machine, "run." + machine.name()), BootDevice.NETWORK)));
    for (int moment = 0; moment < 40; moment++) {
      lab.pass(Duration.ofMillis(100));
      for (BareHost machine : all) {
        if (lab.stage(machine).equals(Optional.of(Stage.INSTALLED))) {
          lab.done(new MachineCommand.OfferLocalBoot(target(machine, "any")));
        }
      }
    }
    assertThat(all).allMatch(machine -> lab.stage(machine).equals(Optional.of(Stage.XEN_UP)));
    assertThat(all).allMatch(machine -> lab.of(machine).installsFinished() == 1);
  }
}
