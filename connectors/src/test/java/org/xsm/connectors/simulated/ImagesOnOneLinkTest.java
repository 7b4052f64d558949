package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.connectors.simulated.MachineLab.powered;
import static org.xsm.connectors.simulated.MachineLab.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.TransferMethod;

/** How long images take to simulated machines, in company and alone. */
class ImagesOnOneLinkTest {
  /** From the start to where the image begins to come, as the stages take it by default. */
  private static final int BEFORE = 1600;

  private static final int TRANSFER = 1400;
  private static final int WAIT = 2000;

  /** What looking every tenth of a second may add. */
  private static final int GRAIN = 200;

  private final List<BareHost> four =
      IntStream.rangeClosed(1, 4)
          .mapToObj(number -> powered(number, "ipmi://192.168.6." + number))
          .toList();

  @TempDir Path folder;
  private MachineLab lab;

  @BeforeEach
  void open() {
    lab = new MachineLab(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static Transfer together(int machines) {
    return Transfer.by(
        new ImageSession(
            "r1.xen-base.multicast",
            new ImageName("xen-base"),
            TransferMethod.MULTICAST,
            machines));
  }

  private void start(BareHost machine, Transfer transfer) {
    lab.offer(machine, "run.1", transfer);
    lab.done(new MachineCommand.PowerCycle(target(machine, "run.1"), BootDevice.NETWORK));
  }

  /** Milliseconds until all of them are installed. */
  private int untilInstalled(List<BareHost> machines) {
    for (int passed = 0; passed < 60_000; passed += 100) {
      // Who is not looked at has joined nobody yet.
      four.forEach(lab::stage);
      if (machines.stream().allMatch(this::isInstalled)) {
        return passed;
      }
      lab.pass(Duration.ofMillis(100));
    }
    throw new AssertionError("not all are installed");
  }

  private boolean isInstalled(BareHost machine) {
    return lab.stage(machine).filter(stage -> !stage.isBefore(Stage.INSTALLED)).isPresent();
  }

  private Receipt.Way way(BareHost machine) {
    return lab.machines().look(machine).receipt().orElseThrow().way();
  }

  @Test
  void a_cast_takes_as_long_for_four_as_for_one() {
    four.forEach(machine -> start(machine, together(4)));

    assertThat(untilInstalled(four)).isBetween(BEFORE + TRANSFER, BEFORE + TRANSFER + GRAIN);
    assertThat(four).allMatch(machine -> way(machine) == Receipt.Way.CAST1);
  }

  @Test
  void by_unicast_four_take_four_times_as_long_as_one() {
    four.forEach(machine -> start(machine, Transfer.UNICAST));

    assertThat(untilInstalled(four))
        .isBetween(BEFORE + 4 * TRANSFER, BEFORE + 4 * TRANSFER + GRAIN);
    assertThat(four).allMatch(machine -> way(machine) == Receipt.Way.UNICAST);
  }

  @Test
  void one_that_does_not_come_is_waited_for_only_so_long() {
    lab.machines().meet(four);
    lab.of(four.get(0)).withholdAddress();
    four.forEach(machine -> start(machine, together(4)));

    assertThat(untilInstalled(four.subList(1, 4)))
        .isBetween(BEFORE + WAIT + TRANSFER, BEFORE + WAIT + TRANSFER + GRAIN);
    lab.of(four.get(0)).heal();
    untilInstalled(four);
    assertThat(way(four.get(0))).isEqualTo(Receipt.Way.CAST1);
  }

  @Test
  void who_loses_a_cast_gets_another_and_who_loses_two_fetches_for_himself() {
    lab.machines().meet(four);
    lab.of(four.get(0)).loseCasts(1);
    lab.of(four.get(1)).loseCasts(2);
    four.forEach(machine -> start(machine, together(4)));

    assertThat(untilInstalled(four.subList(2, 4))).isLessThan(BEFORE + TRANSFER + GRAIN);
    untilInstalled(four);
    assertThat(four)
        .extracting(this::way)
        .containsExactly(
            Receipt.Way.CAST2, Receipt.Way.UNICAST, Receipt.Way.CAST1, Receipt.Way.CAST1);
  }

  @Test
  void a_cast_goes_on_when_another_manager_takes_over() {
    four.forEach(machine -> start(machine, together(4)));
    lab.pass(Duration.ofMillis(BEFORE + TRANSFER / 2));
    four.forEach(lab::stage);
    lab.restart();

    assertThat(untilInstalled(four)).isLessThan(TRANSFER / 2 + GRAIN);
  }

  @Test
  void what_a_machine_says_that_it_has_received_is_compared() {
    start(four.get(0), together(1));
    untilInstalled(four.subList(0, 1));
    Receipt receipt = lab.machines().look(four.get(0)).receipt().orElseThrow();

    assertThat(
            lab.done(
                    new MachineCommand.CheckReceipt(
                        target(four.get(0), "run.1"), together(1), receipt))
                .receipt())
        .isEqualTo(
            "xen1 has image xen-base by cast 1, as it was sent, sha256 " + receipt.sha256() + ".");
    Receipt other = new Receipt(Receipt.Way.CAST1, "00".repeat(32));
    lab.trouble(new MachineCommand.CheckReceipt(target(four.get(0), "run.1"), together(1), other));
  }
}
