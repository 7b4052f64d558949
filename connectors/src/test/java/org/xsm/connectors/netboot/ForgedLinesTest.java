package org.xsm.connectors.netboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.connectors.systemimager.MonitorLine;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.site.IpAddress;

/** What a stranger can write into a line moves nobody but himself. */
class ForgedLinesTest {
  private static final String DHCP = "Nov 22 12:29:01 dnsmasq-dhcp[20609]: 724929286 ";
  private static final String SUM =
      "9064b0722c3c264b843ffb4a1fea0d3c1227a5486b98a6d9affc2234fa8b5bd1";
  private static final String RSYNC = "2026/11/22 12:29:28 [23254] ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        DHCP + "vendor class: x dnsmasq-dhcp[1]: DHCPACK(br0) 10.77.0.11 52:54:00:aa:00:01 n",
        DHCP + "client provides name: dnsmasq-dhcp[1]: 1 DHCPACK(br0) 10.77.0.11 52:54:00:aa:00:01",
        "Nov 22 [x] dnsmasq-dhcp[1]: DHCPACK(br0) 10.77.0.11 52:54:00:aa:00:01",
        DHCP + "DHCPACK(br0) 10.77.0.999 52:54:00:aa:00:01",
        DHCP + "DHCPACK(br0) 10.77.0.11 ff:ff:ff:ff:ff:ff",
        DHCP + "DHCPDISCOVER(br0) 52:54:00:aa:00:01 ",
        "Nov 22 12:29:04 dnsmasq-tftp[20609]: sent /tftp/kernel to 224.0.0.1",
        "Nov 22 12:29:04 dnsmasq-tftp[20609]: error 0 sent /tftp/kernel to 10.77.0.11 received from"
      })
  void dnsmasq_did_not_say_that(String line) {
    assertThat(Logs.reader("dnsmasq.log").read(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        RSYNC + "rsync on scripts/imaging_complete_10.77.0.11 from UNDETERMINED (10.77.0.66)",
        RSYNC + "rsync on web1/x from UNDETERMINED (10.77.0.11) from UNDETERMINED (10.77.0.66)",
        RSYNC + "rsync on boot/ from UNDETERMINED (10.77.0.11)",
        RSYNC + "rsync on scripts/receipt_10.77.0.11_cast1_" + SUM + " from x (10.77.0.66)",
        RSYNC + "rsync error: error in file IO (code 11) at io.c(1892) [sender=3.5.0]",
        RSYNC + "sent 59379759 bytes  received 334 bytes  total size 59363821"
      })
  void rsync_says_nothing_about_the_machine(String line) {
    assertThat(Logs.reader("rsyncd.log").read(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"cast3," + SUM, "CAST1," + SUM, "unicast,../" + SUM, "cast1,9064", "cast1,"})
  void what_is_no_receipt_is_taken_for_none(String way, String sum) {
    String line = "rsync on scripts/receipt_10.77.0.11_%s_%s from x (10.77.0.11)";
    assertThat(Logs.reader("rsyncd.log").read(RSYNC + line.formatted(way, sum)))
        .get()
        .isNotInstanceOf(Sighting.Received.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mac=52.54.00.AA.00.01:ip=10.77.0.12:status=100",
        "mac=nonsense:ip=10.77.0.11:status=100",
        "mac=52.54.00.AA.00.01:ip=10.77.0.11:status=106",
        "mac=52.54.00.AA.00.01:ip=10.77.0.11:status=-2",
        "mac=52.54.00.AA.00.01:ip=10.77.0.11:status=１",
        "mac=52.54.00.AA.00.01:ip=10.77.0.11",
        "GET / HTTP/1.1"
      })
  void a_report_that_is_not_his_own_or_no_report_counts_for_nobody(String line) {
    assertThat(MonitorLine.read(Logs.node1(), line)).isEmpty();
  }

  @Test
  void an_installer_says_in_its_own_words_why_it_gave_up_and_nothing_beside_them() {
    assertThat(MonitorLine.read(Logs.node1(), "status=-1:error=no disk\u001b[2J:status=100"))
        .hasValueSatisfying(
            failed ->
                assertThat(((Failed) failed).cause())
                    .isEqualTo("The installer gave up: no disk\\u{1b}[2J."));
  }

  @ParameterizedTest
  @CsvSource({"status=100", "host=x:status=100:status=-1", "os=mac=1:status=100"})
  void a_report_counts_for_the_machine_at_the_other_end(String line) {
    IpAddress peer = new IpAddress("10.77.0.66");
    assertThat(MonitorLine.read(peer, line))
        .hasValueSatisfying(sighting -> assertThat(sighting.trace()).isEqualTo(Trace.of(peer)));
  }
}
