package org.xsm.connectors.watch;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.xsm.connectors.SetClock;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.LogTail;
import org.xsm.connectors.netboot.Logs;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.BareHost;

/** Machines are watched by the logs of real network boots, round by round. */
class WatchedMachinesTest {
  private static final BareHost NODE1 = node(1);
  private static final BareHost NODE2 = node(2);

  @TempDir Path folder;
  private final SetClock clock = new SetClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final Tape dnsmasq = new Tape("dnsmasq.log", "pxe/dnsmasq.log");
  private final Tape rsyncd = new Tape("rsyncd.log", "pxe/rsyncd.log");
  private WatchedMachines watch;
  private int rotations;

  /** Writes a recorded log again, part by part. */
  private final class Tape {
    private final String log;
    private final String recorded;
    private int next;

    Tape(String log, String recorded) {
      this.log = log;
      this.recorded = recorded;
    }

    /** On to the next line with these words. */
    void playTo(String words) throws IOException {
      List<String> lines = Logs.lines(recorded);
      List<String> part = new ArrayList<>();
      do {
        part.add(lines.get(next));
      } while (!lines.get(next++).contains(words));
      write(log, part);
    }

    void playOut() throws IOException {
      List<String> lines = Logs.lines(recorded);
      write(log, lines.subList(next, lines.size()));
      next = lines.size();
    }
  }

  private static BareHost node(int number) {
    return Machines.named("node00" + number, "52:54:00:AA:00:0" + number, "10.77.0.1" + number);
  }

  private static MachineTarget target(BareHost machine, String operation) {
    return new MachineTarget(new OperationId(operation), machine);
  }

  private void write(String log, List<String> lines) throws IOException {
    Files.write(folder.resolve(log), lines, CREATE, APPEND);
  }

  private void rotate(String log) throws IOException {
    Files.move(folder.resolve(log), folder.resolve(log + "." + rotations++));
    write(log, List.of());
  }

  @BeforeEach
  void begin() throws Exception {
    write("dnsmasq.log", List.of("Nov 22 12:28:57 dnsmasq[20609]: started"));
    write("rsyncd.log", List.of());
    watch = watch();
    watch.round();
  }

  /** A manager that has just been started. */
  private WatchedMachines watch() {
    WatchSettings settings =
        new WatchSettings(
            Duration.ofSeconds(2),
            folder.resolve("dnsmasq.log").toString(),
            folder.resolve("dnsmasq.log").toString(),
            "",
            folder.resolve("rsyncd.log").toString(),
            "",
            8181);
    LogTail tail = new LogTail(new BootServer(new LocalShell(Duration.ofSeconds(20))));
    return new WatchedMachines(
        new WatchedLogs(tail, LogReaders.of(settings, Logs.MENU)), folder.resolve("home"), clock);
  }

  private void seen(BareHost machine, Stage stage) {
    watch.round();
    assertThat(watch.look(machine).stage()).contains(stage);
  }

  @Test
  void what_a_machine_says_that_it_has_received_outlives_the_manager() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    Receipt receipt = new Receipt(Receipt.Way.CAST2, "ab".repeat(32));
    String asked = "2026/11/22 12:29:2%d [2325%d] rsync on %s from UNDETERMINED (10.77.0.11)";
    write("rsyncd.log", List.of(asked.formatted(7, 1, "casts/9000.size")));
    seen(NODE1, Stage.TRANSFER);
    write(
        "rsyncd.log",
        List.of(
            asked.formatted(8, 2, "scripts/receipt_10.77.0.11_cast2_" + receipt.sha256()),
            asked.formatted(9, 3, "scripts/imaging_complete_10.77.0.11")));
    seen(NODE1, Stage.INSTALLED);
    watch = watch();

    assertThat(watch.look(NODE1).receipt()).contains(receipt);
  }

  @Test
  void the_stages_come_as_the_logs_tell_of_them() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    assertThat(watch.look(NODE1)).isEqualTo(Progress.NONE);
    dnsmasq.playTo("DHCPACK");
    seen(NODE1, Stage.DHCP_LEASE);
    dnsmasq.playTo("pxelinux.0 to ");
    seen(NODE1, Stage.BOOT_LOADER);
    dnsmasq.playTo("pxelinux.cfg/01-");
    seen(NODE1, Stage.BOOT_MENU);
    dnsmasq.playTo("kernel to ");
    seen(NODE1, Stage.KERNEL);
    dnsmasq.playTo("initrd.img to ");
    seen(NODE1, Stage.INITRD);
    rsyncd.playTo("rsync on scripts/");
    seen(NODE1, Stage.INSTALLER);
    rsyncd.playTo("rsync on web1/");
    seen(NODE1, Stage.TRANSFER);
    rsyncd.playOut();
    seen(NODE1, Stage.INSTALLED);
    dnsmasq.playOut();
    seen(NODE1, Stage.LOCAL_BOOT);
    assertThat(watch.strangers()).isEmpty();
  }

  @Test
  void a_manager_that_comes_back_goes_on_where_it_was() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    dnsmasq.playTo("initrd.img to ");
    seen(NODE1, Stage.INITRD);

    watch = watch();
    assertThat(watch.look(NODE1).stage()).contains(Stage.INITRD);
    watch.begin(target(NODE1, "run1.node001"));
    assertThat(watch.look(NODE1).stage()).contains(Stage.INITRD);

    rsyncd.playTo("rsync on web1/");
    watch = watch();
    seen(NODE1, Stage.TRANSFER);
  }

  @Test
  void what_was_logged_before_a_way_began_is_not_counted_for_it() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    dnsmasq.playTo("initrd.img to ");
    seen(NODE1, Stage.INITRD);
    rsyncd.playTo("rsync on web1/");
    watch = watch();

    watch.begin(target(NODE1, "run2.node001"));
    watch.round();
    assertThat(watch.look(NODE1)).isEqualTo(Progress.NONE);
    rsyncd.playOut();
    seen(NODE1, Stage.INSTALLED);
  }

  @Test
  void more_than_is_read_at_once_is_not_counted_for_a_later_way() throws Exception {
    List<String> much = new ArrayList<>();
    for (int line = 0; line < 40_000; line++) {
      much.add("Nov 22 12:28:58 dnsmasq-dhcp[20609]: RTR-ADVERT(br0) fd77::" + line);
    }
    write("dnsmasq.log", much);
    dnsmasq.playTo("initrd.img to ");
    watch.begin(target(NODE1, "run1.node001"));
    watch.round();
    assertThat(watch.look(NODE1)).isEqualTo(Progress.NONE);
    dnsmasq.playTo("DHCPACK");
    seen(NODE1, Stage.BOOT_MENU);
  }

  @Test
  void a_log_that_was_rotated_is_followed() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    dnsmasq.playTo("DHCPACK");
    seen(NODE1, Stage.DHCP_LEASE);
    rotate("dnsmasq.log");
    dnsmasq.playTo("kernel to ");
    seen(NODE1, Stage.KERNEL);
    rotate("dnsmasq.log");
    watch = watch();
    dnsmasq.playTo("initrd.img to ");
    seen(NODE1, Stage.INITRD);
  }

  @Test
  void machines_that_start_at_once_are_told_apart() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    watch.begin(target(NODE2, "run1.node002"));
    Tape four = new Tape("dnsmasq.log", "pxe-parallel/dnsmasq-4.log");
    four.playTo("kernel to 10.77.0.12");
    seen(NODE2, Stage.KERNEL);
    assertThat(watch.look(NODE1).stage()).hasValueSatisfying(this::isOnItsWay);
    four.playOut();
    seen(NODE1, Stage.INITRD);
    seen(NODE2, Stage.INITRD);
    for (Sighting report : Logs.sightings("pxe-parallel/monitor-4.log")) {
      watch.hear(report);
    }
    seen(NODE1, Stage.LOCAL_BOOT);
    seen(NODE2, Stage.LOCAL_BOOT);
    assertThat(watch.look(node(3))).isEqualTo(Progress.NONE);
  }

  private void isOnItsWay(Stage stage) {
    assertThat(stage).isBetween(Stage.DHCP_LEASE, Stage.KERNEL);
  }

  @Test
  void what_installers_report_shows_at_once_and_is_kept() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    List<Sighting> reports = Logs.sightings("pxe/monitor.log");
    watch.hear(reports.get(0));
    watch.hear(reports.get(1));
    assertThat(watch.look(NODE1).percent()).isEqualTo(OptionalInt.of(1));
    watch.round();
    watch = watch();
    assertThat(watch.look(NODE1).percent()).isEqualTo(OptionalInt.of(1));
    assertThat(watch.look(NODE1).stage()).contains(Stage.TRANSFER);
  }

  @Test
  void why_a_machine_cannot_go_on_is_told_and_kept() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    new Tape("dnsmasq.log", "pxe-failures/disk-full/dnsmasq.log").playOut();
    new Tape("rsyncd.log", "pxe-failures/disk-full/rsyncd.log").playOut();
    seen(NODE1, Stage.TRANSFER);
    watch = watch();
    assertThat(watch.look(NODE1).failure())
        .hasValueSatisfying(why -> assertThat(why).contains("disk is full"));
  }

  @Test
  void a_machine_with_another_card_or_address_is_another_machine() throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    dnsmasq.playTo("kernel to ");
    seen(NODE1, Stage.KERNEL);
    BareHost other = Machines.named("node001", "52:54:00:AA:00:99", "10.77.0.11");
    assertThat(watch.look(other)).isEqualTo(Progress.NONE);
    watch.begin(target(other, "run2.node001"));
    assertThat(watch.look(NODE1)).isEqualTo(Progress.NONE);
    assertThat(watch.look(other)).isEqualTo(Progress.NONE);
  }

  @Test
  void a_log_that_cannot_be_read_is_warned_of_once_a_minute_and_stops_no_other() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Warnings.class);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    logger.addAppender(heard);
    try {
      Files.delete(folder.resolve("dnsmasq.log"));
      watch.round();
      assertThat(heard.list).as("nobody is on his way").isEmpty();
      watch.begin(target(NODE1, "run1.node001"));
      rsyncd.playTo("rsync on web1/");
      seen(NODE1, Stage.TRANSFER);
      clock.pass(Duration.ofSeconds(59));
      watch.round();
      assertThat(heard.list).hasSize(1);
      assertThat(heard.list.get(0).getFormattedMessage()).contains("dnsmasq.log", "cannot be read");
      clock.pass(Duration.ofSeconds(1));
      watch.round();
      assertThat(heard.list).hasSize(2);
      assertThat(watch.look(NODE1).failure()).isEmpty();
    } finally {
      logger.detachAppender(heard);
    }
  }

  @Test
  void what_stood_in_a_log_that_could_not_be_read_when_a_way_began_is_not_counted()
      throws Exception {
    Path away = folder.resolve("away");
    Files.move(folder.resolve("dnsmasq.log"), away);
    watch.begin(target(NODE1, "run1.node001"));
    Files.write(away, Logs.lines("pxe/dnsmasq.log"), APPEND);
    Files.move(away, folder.resolve("dnsmasq.log"));
    watch.round();
    assertThat(watch.look(NODE1)).isEqualTo(Progress.NONE);
    dnsmasq.playTo("DHCPACK");
    seen(NODE1, Stage.DHCP_LEASE);
  }

  @Test
  void a_stranger_is_remembered_until_its_way_begins() throws Exception {
    Instant first = clock.instant();
    new Tape("dnsmasq.log", "pxe-failures/unknown-mac/dnsmasq.log").playOut();
    watch.round();
    clock.pass(Duration.ofMinutes(5));
    new Tape("dnsmasq.log", "pxe-failures/unknown-mac/dnsmasq.log").playOut();
    watch.round();
    watch = watch();
    assertThat(watch.strangers())
        .containsExactly(new Stranger(NODE1.mac(), "ignored", first, clock.instant(), 8));

    watch.begin(target(NODE1, "run1.node001"));
    assertThat(watch.strangers()).isEmpty();
  }

  @Test
  void a_machine_on_its_way_that_is_given_no_address_is_no_stranger_but_in_trouble()
      throws Exception {
    watch.begin(target(NODE1, "run1.node001"));
    new Tape("dnsmasq.log", "pxe-failures/unknown-mac/dnsmasq.log").playOut();
    watch.round();
    assertThat(watch.strangers()).isEmpty();
    assertThat(watch.look(NODE1).stage()).isEmpty();
    assertThat(watch.look(NODE1).failure())
        .hasValueSatisfying(why -> assertThat(why).contains("no address (ignored)"));

    dnsmasq.playTo("DHCPACK");
    seen(NODE1, Stage.DHCP_LEASE);
    assertThat(watch.look(NODE1).failure()).isEmpty();
  }

  @Test
  void of_very_many_strangers_the_last_are_remembered() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int card = 0; card < 700; card++) {
      lines.add(
          String.format(
              "Nov 22 10:49:20 dnsmasq-dhcp[1]: 49 DHCPDISCOVER(br0) 52:54:00:bb:%02x:%02x ignored",
              card / 256, card % 256));
    }
    write("dnsmasq.log", lines);
    write("dnsmasq.log", List.of("x".repeat(200_000), "\u0000\u001b[31m", "{}"));
    watch.round();
    watch.round();
    assertThat(watch.strangers()).hasSize(500);
    assertThat(watch.strangers().get(499).mac().value()).isEqualTo("52:54:00:BB:02:BB");
    assertThat(watch().strangers()).isEqualTo(watch.strangers());
  }

  @Test
  void a_file_that_nobody_can_make_sense_of_is_begun_anew() throws Exception {
    for (String nonsense : List.of("", "{", "[]", "{\"logs\":null}", "{\"ways\":[{}]}")) {
      Files.createDirectories(folder.resolve("home"));
      Files.writeString(folder.resolve("home/watch.json"), nonsense);
      watch = watch();
      assertThat(watch.look(NODE1)).isEqualTo(Progress.NONE);
    }
    watch.begin(target(NODE1, "run1.node001"));
    dnsmasq.playTo("DHCPACK");
    seen(NODE1, Stage.DHCP_LEASE);
    assertThat(watch().look(NODE1).stage()).contains(Stage.DHCP_LEASE);
    assertThat(folder.resolve("home")).isDirectoryNotContaining("glob:**unfinished");
  }
}
