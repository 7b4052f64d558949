package org.xsm.connectors.simulated;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.connectors.simulated.MachineLab.XEN5;
import static org.xsm.connectors.simulated.MachineLab.powered;
import static org.xsm.connectors.simulated.MachineLab.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.TransferMethod;

/** What simulated machines do when they are asked, and what they answer. */
class MachineCommandsTest {
  private static final BareHost BY_HAND = powered(6, "manual");
  private static final BareHost WOKEN = powered(7, "wol");
  private static final Duration LONG = Duration.ofMinutes(1);

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

  static Stream<MachineCommand> commands() {
    MachineTarget target = target(XEN5, "run.1");
    return Stream.of(
        new MachineCommand.ReserveAddress(target),
        new MachineCommand.ReleaseAddress(target),
        new MachineCommand.OfferInstaller(target, Transfer.UNICAST),
        new MachineCommand.OfferLocalBoot(target),
        new MachineCommand.WithdrawBoot(target),
        new MachineCommand.AssignImage(target, Machines.cast(TransferMethod.MULTICAST)),
        new MachineCommand.WithdrawImage(target),
        new MachineCommand.PowerOn(target, BootDevice.NETWORK),
        new MachineCommand.PowerCycle(target, BootDevice.NETWORK),
        new MachineCommand.PowerOff(target));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void carried_out_twice_is_carried_out_once(MachineCommand command) throws IOException {
    lab.done(command);
    TreeMap<String, String> once = everything();
    lab.pass(Duration.ofMillis(10));
    assertThat(lab.done(command).receipt()).contains("xen5");
    lab.restart();
    lab.done(command);
    assertThat(everything()).isEqualTo(once);
  }

  private TreeMap<String, String> everything() throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return all;
  }

  @Test
  void what_was_offered_can_be_withdrawn() {
    MachineTarget target = lab.offer(XEN5, "run.1");
    lab.done(new MachineCommand.WithdrawBoot(target));
    lab.done(new MachineCommand.WithdrawImage(target));
    assertThat(lab.done(new MachineCommand.ReleaseAddress(target)).receipt())
        .isEqualTo(
            "The simulated DHCP server has no address for xen5 any more: its reservation was"
                + " removed.");
    lab.done(new MachineCommand.PowerCycle(target, BootDevice.NETWORK));
    assertThat(lab.walk(XEN5)).isEmpty();
  }

  @Test
  void an_image_that_is_not_there_is_named_with_those_that_are() {
    BareHost other =
        new BareHost(
            XEN5.name(),
            new ImageName("xen-new"),
            XEN5.address(),
            XEN5.mac(),
            XEN5.addressing(),
            XEN5.method(),
            XEN5.power());
    Outcome.Trouble trouble =
        lab.trouble(new MachineCommand.AssignImage(target(other, "run.1"), Transfer.UNICAST));
    assertThat(trouble.kind()).isEqualTo(TroubleKind.BAD_CONFIG);
    assertThat(trouble.text()).contains("xen5", "no image xen-new", "there are xen-base");
  }

  @Test
  void a_machine_is_cycled_once_for_an_operation_and_again_for_the_next() {
    MachineTarget first = lab.install(XEN5, "run.1");
    lab.pass(Duration.ofSeconds(2));
    lab.done(new MachineCommand.PowerCycle(first, BootDevice.NETWORK));
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    lab.restart();
    lab.done(new MachineCommand.PowerCycle(first, BootDevice.NETWORK));
    assertThat(lab.stage(XEN5)).contains(Stage.XEN_UP);
    assertThat(lab.of(XEN5).installsBegun()).isEqualTo(1);
    lab.install(XEN5, "run.2");
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    assertThat(lab.of(XEN5).installsBegun()).isEqualTo(2);
  }

  @Test
  void a_controller_switches_off_and_on_what_it_likes() {
    lab.install(XEN5, "run.1");
    lab.walk(XEN5);
    assertThat(lab.done(new MachineCommand.PowerOff(target(XEN5, "run.2"))).receipt())
        .isEqualTo("xen5 is off, as its controller 192.168.6.105 says.");
    assertThat(lab.of(XEN5).position()).isEqualTo("off");
    assertThat(powerOn(XEN5)).contains("was switched on");
    assertThat(powerOn(XEN5)).contains("is on, as its controller");
    assertThat(lab.walk(XEN5)).contains(Stage.XEN_UP);
    assertThat(lab.of(XEN5).installsBegun()).isEqualTo(1);
  }

  private String powerOn(BareHost machine) {
    return lab.done(new MachineCommand.PowerOn(target(machine, "run.9"), BootDevice.NETWORK))
        .receipt();
  }

  @Test
  void a_machine_without_power_control_is_started_by_a_person() {
    MachineTarget target = lab.offer(BY_HAND, "run.1");
    MachineCommand cycle = new MachineCommand.PowerCycle(target, BootDevice.NETWORK);
    assertThat(lab.trouble(cycle)).isEqualTo(lab.trouble(cycle));
    assertThat(lab.trouble(cycle).kind()).isEqualTo(TroubleKind.NEEDS_A_PERSON);
    assertThat(lab.trouble(cycle).text())
        .startsWith("Power on xen6 (network card 00:16:3E:00:00:06) by hand.");
    lab.pass(LONG);
    assertThat(lab.stage(BY_HAND)).isEmpty();
    lab.of(BY_HAND).press();
    assertThat(lab.walk(BY_HAND)).contains(Stage.XEN_UP);
    assertThat(lab.trouble(cycle).kind()).isEqualTo(TroubleKind.NEEDS_A_PERSON);
    assertThat(lab.of(BY_HAND).installsBegun()).isEqualTo(1);
  }

  @Test
  void a_button_that_is_pressed_counts_once_also_when_the_manager_is_killed_over_it()
      throws IOException {
    lab.offer(BY_HAND, "run.1");
    SimulatedMachine machine = lab.of(BY_HAND);
    machine.press();
    Path button = machine.folder().resolve(BareMachine.BUTTON);
    Path copy = Files.copy(button, folder.resolve("copy"), COPY_ATTRIBUTES);
    lab.stage(BY_HAND);
    lab.pass(Duration.ofMillis(500));
    lab.stage(BY_HAND);
    assertThat(button).doesNotExist();
    String position = machine.position();
    Files.move(copy, button);
    lab.restart();
    lab.stage(BY_HAND);
    assertThat(machine.position()).isEqualTo(position).isEqualTo("boot-loader");
    machine.switchOff();
    lab.stage(BY_HAND);
    assertThat(machine.position()).isEqualTo("off");
  }

  @Test
  void a_living_system_reboots_when_it_is_asked_and_a_silent_one_needs_a_person() {
    lab.offer(BY_HAND, "run.1");
    lab.of(BY_HAND).press();
    lab.walk(BY_HAND);
    MachineTarget again = lab.offer(BY_HAND, "run.2");
    assertThat(powerOn(BY_HAND)).isEqualTo("xen6 is on: its system answers.");
    MachineCommand cycle = new MachineCommand.PowerCycle(again, BootDevice.NETWORK);
    assertThat(lab.done(cycle).receipt()).isEqualTo("xen6 went down to reboot.");
    assertThat(lab.done(cycle).receipt()).isEqualTo("xen6 went down to reboot.");
    assertThat(lab.walk(BY_HAND)).contains(Stage.XEN_UP);
    lab.done(cycle);
    assertThat(lab.of(BY_HAND).installsBegun()).isEqualTo(2);
    MachineCommand off = new MachineCommand.PowerOff(target(BY_HAND, "run.3"));
    assertThat(lab.done(off)).isEqualTo(lab.done(off));
    assertThat(lab.of(BY_HAND).position()).isEqualTo("off");
    assertThat(lab.trouble(new MachineCommand.PowerOff(target(BY_HAND, "run.4"))).kind())
        .isEqualTo(TroubleKind.NEEDS_A_PERSON);
  }

  @Test
  void a_magic_packet_wakes_what_is_off_and_nothing_else() {
    lab.of(WOKEN).stallTransferAt(40);
    MachineTarget target = lab.offer(WOKEN, "run.1");
    MachineCommand wake = new MachineCommand.PowerCycle(target, BootDevice.NETWORK);
    assertThat(lab.done(wake).receipt()).startsWith("A magic packet was sent to xen7");
    assertThat(lab.walk(WOKEN)).contains(Stage.TRANSFER);
    MachineTarget next = lab.offer(WOKEN, "run.2");
    lab.done(new MachineCommand.PowerCycle(next, BootDevice.NETWORK));
    assertThat(lab.walk(WOKEN)).isEmpty();
    assertThat(lab.of(WOKEN).position()).isEqualTo("transfer");
  }

  @Test
  void machines_that_are_met_again_stay_as_they_are() {
    lab.install(XEN5, "run.1");
    lab.walk(XEN5);
    lab.machines().meet(List.of(XEN5, BY_HAND));
    lab.machines().meet(List.of(XEN5, BY_HAND));
    assertThat(lab.of(XEN5).position()).isEqualTo("xen-up");
    assertThat(lab.of(BY_HAND).position()).isEqualTo("off");
  }

  @Test
  void a_host_that_refuses_connections_is_silent_to_whoever_would_reboot_it() {
    lab.offer(BY_HAND, "run.1");
    lab.of(BY_HAND).press();
    lab.walk(BY_HAND);
    lab.site().host(BY_HAND.address()).refuse();
    MachineTarget next = lab.offer(BY_HAND, "run.2");
    assertThat(lab.trouble(new MachineCommand.PowerCycle(next, BootDevice.NETWORK)).kind())
        .isEqualTo(TroubleKind.NEEDS_A_PERSON);
    assertThat(lab.of(BY_HAND).position()).isEqualTo("xen-up");
  }

  @Test
  void a_cycle_that_is_asked_for_by_many_at_once_happens_once() throws IOException {
    MachineTarget target = lab.offer(XEN5, "run.1");
    MachineCommand cycle = new MachineCommand.PowerCycle(target, BootDevice.NETWORK);
    List<CompletableFuture<Outcome>> all =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> lab.machines().carryOut(cycle)))
            .limit(16)
            .toList();
    assertThat(all).allMatch(asked -> asked.join() instanceof Outcome.Done);
    assertThat(lab.folder(XEN5.address()).resolve(BareMachine.STATE))
        .content()
        .contains("steps=1\n");
  }
}
