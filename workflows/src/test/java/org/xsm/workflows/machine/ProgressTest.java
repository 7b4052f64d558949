package org.xsm.workflows.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.TransferMethod;

class ProgressTest {
  private static final Trace NODE = Trace.of(new IpAddress("10.77.0.11"));

  private static Progress after(Stage... stages) {
    return Arrays.stream(stages)
        .map(stage -> new Reached(NODE, stage, Witness.TFTP))
        .reduce(Progress.NONE, Progress::after, (one, other) -> other);
  }

  private static Sighting transfer(int percent) {
    return new Reached(NODE, Stage.TRANSFER, OptionalInt.of(percent), Witness.MONITOR);
  }

  @Test
  void an_address_that_is_asked_for_again_changes_nothing() {
    assertThat(after(Stage.DHCP_LEASE, Stage.INITRD, Stage.DHCP_LEASE).stage())
        .contains(Stage.INITRD);
  }

  @Test
  void a_machine_that_boots_again_before_it_is_installed_begins_anew() {
    assertThat(after(Stage.INITRD, Stage.TRANSFER, Stage.BOOT_MENU).stage())
        .contains(Stage.BOOT_MENU);
  }

  @Test
  void a_machine_that_boots_again_after_it_was_installed_starts_from_its_disk() {
    Progress local = after(Stage.TRANSFER, Stage.INSTALLED, Stage.BOOT_LOADER);
    assertThat(local.stage()).contains(Stage.LOCAL_BOOT);
    assertThat(local.after(new Reached(NODE, Stage.BOOT_MENU, Witness.TFTP)).stage())
        .contains(Stage.LOCAL_BOOT);
  }

  @Test
  void a_receipt_is_kept_until_the_machine_begins_anew() {
    Receipt receipt = new Receipt(Receipt.Way.CAST1, "ab".repeat(32));
    Progress received =
        after(Stage.TRANSFER).after(new Sighting.Received(NODE, receipt, Witness.RSYNC));

    Progress installed = received.after(new Reached(NODE, Stage.INSTALLED, Witness.RSYNC));
    assertThat(installed.receipt()).contains(receipt);
    assertThat(installed.after(new Reached(NODE, Stage.BOOT_MENU, Witness.TFTP)).receipt())
        .contains(receipt);
    assertThat(received.after(new Reached(NODE, Stage.BOOT_MENU, Witness.TFTP)).receipt())
        .isEmpty();
  }

  @Test
  void a_transfer_only_grows() {
    Progress half = after(Stage.INSTALLER).after(transfer(50));
    assertThat(half.after(transfer(40)).percent()).hasValue(50);
    assertThat(half.after(new Reached(NODE, Stage.TRANSFER, Witness.RSYNC)).percent()).hasValue(50);
    assertThat(half.after(transfer(60)).percent()).hasValue(60);
  }

  @Test
  void a_failure_stays_until_the_machine_goes_on() {
    Progress failed =
        after(Stage.TRANSFER).after(new Failed(NODE, Stage.TRANSFER, "Why.", Witness.RSYNC));
    assertThat(failed.failure()).contains("Why.");
    assertThat(failed.after(new Reached(NODE, Stage.INSTALLED, Witness.RSYNC)).failure()).isEmpty();
  }

  @Test
  void a_failure_of_what_is_behind_it_counts_no_more() {
    Progress installed =
        after(Stage.INSTALLED).after(new Failed(NODE, Stage.KERNEL, "Why.", Witness.TFTP));
    assertThat(installed.failure()).isEmpty();
  }

  @Test
  void a_trace_is_of_a_machine_that_nothing_of_it_contradicts() {
    MacAddress mac = new MacAddress("52:54:00:AA:00:01");
    BareHost machine =
        new BareHost(
            new HostName("node1"),
            new ImageName("web1"),
            new HostAddress("10.77.0.11"),
            mac,
            Addressing.DHCP,
            TransferMethod.AUTO,
            new PowerControl.Manual());
    assertThat(NODE.isOf(machine)).isTrue();
    assertThat(Trace.of(mac).isOf(machine)).isTrue();
    assertThat(Trace.of(mac, new IpAddress("10.77.0.12")).isOf(machine)).isFalse();
    assertThat(
            Trace.of(new MacAddress("52:54:00:AA:00:02"), new IpAddress("10.77.0.11"))
                .isOf(machine))
        .isFalse();
  }
}
