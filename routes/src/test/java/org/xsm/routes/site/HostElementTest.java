package org.xsm.routes.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.routes.site.SiteFiles.VM;
import static org.xsm.routes.site.SiteFiles.problems;
import static org.xsm.routes.site.SiteFiles.readable;
import static org.xsm.routes.site.SiteFiles.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TransferMethod;

class HostElementTest {
  private static final String HOST =
      """
      <HOST name="xen5" image="xen-base">
        <DOM0>192.168.5.105</DOM0>
        <HWADDR>00:16:3e:00:00:05</HWADDR>
        <IP>STATIC</IP>
        <METHOD>MULTICAST</METHOD>
        <POWER>ipmi://192.168.6.105</POWER>
      </HOST>
      """;

  private static BareHost xen5(TransferMethod method, PowerControl power) {
    return new BareHost(
        new HostName("xen5"),
        new ImageName("xen-base"),
        new HostAddress("192.168.5.105"),
        new MacAddress("00:16:3E:00:00:05"),
        Addressing.STATIC,
        method,
        power);
  }

  @Test
  void a_bare_machine_is_read_as_the_design_writes_it() {
    Site site = readable(site(HOST + VM));
    assertThat(site.machines())
        .containsExactly(
            xen5(TransferMethod.MULTICAST, PowerControl.parse("ipmi://192.168.6.105")));
    assertThat(site.vms()).hasSize(1);
  }

  @Test
  void method_and_power_may_be_left_out() {
    String brief = HOST.replaceAll("<(METHOD|POWER)>.*", "");
    assertThat(readable(site(brief)).machines())
        .containsExactly(xen5(TransferMethod.AUTO, new PowerControl.Manual()));
  }

  @Test
  void a_bare_machine_is_written_in_front_of_the_vms() {
    Site site = readable(site(VM + HOST));
    String written =
        new String(
            new SiteXml(KnownTemplates.of("apache_svr")).write(site), StandardCharsets.UTF_8);
    assertThat(written)
        .containsSubsequence(
            "<Set name=\"My_site\">",
            "<HOST name=\"xen5\" image=\"xen-base\">",
            "<DOM0>192.168.5.105</DOM0>",
            "<HWADDR>00:16:3E:00:00:05</HWADDR>",
            "<IP>STATIC</IP>",
            "<METHOD>MULTICAST</METHOD>",
            "<POWER>ipmi://192.168.6.105</POWER>",
            "<VM name=\"vm1\"");
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_line_value_and_advice() {
    List<Problem> problems =
        problems(
            site(
                """
                <HOST name="xen_5" image="boot">
                <DOM0>xen5</DOM0>
                <HWADDR>zz</HWADDR>
                <IP>192.168.5.105</IP>
                <METHOD>FAST</METHOD>
                <POWER>ipmi://admin:secret@192.168.6.105</POWER>
                </HOST>
                """));
    assertThat(problems)
        .extracting(Problem::where)
        .containsExactly(
            "HOST xen_5/name",
            "HOST xen_5/image",
            "HOST xen_5/DOM0",
            "HOST xen_5/HWADDR",
            "HOST xen_5/IP",
            "HOST xen_5/METHOD",
            "HOST xen_5/POWER");
    assertThat(problems).extracting(Problem::line).containsExactly(1, 1, 2, 3, 4, 5, 6);
    assertThat(problems).extracting(Problem::advice).allMatch(advice -> advice.endsWith("."));
  }

  @Test
  void what_is_missing_or_unknown_is_told() {
    assertThat(problems(site("<HOST name='xen5'><MEM>96</MEM></HOST>")))
        .extracting(Problem::message)
        .contains(
            "the attribute 'image' is missing",
            "<MEM> is not known here",
            "<DOM0> is missing",
            "<HWADDR> is missing",
            "<IP> is missing");
  }

  @Test
  void two_machines_with_one_name_address_card_or_controller_are_a_problem() {
    assertThat(problems(site(HOST + HOST.replace("xen5", "XEN5"))))
        .extracting(Problem::message)
        .containsExactly(
            "the host name 'xen5' is taken already in line 1",
            "the IP address '192.168.5.105' is taken already in line 2",
            "the hardware address '00:16:3E:00:00:05' is taken already in line 3",
            "the management controller '192.168.6.105:623' is taken already in line 6");
  }

  @Test
  void a_machine_and_a_vm_with_one_card_or_address_are_a_problem() {
    String vm =
        VM.replace("AA:00:00:00:00:01", "00:16:3E:00:00:05")
            .replace("<IP>DHCP", "<IP>192.168.5.105/24");
    assertThat(problems(site(vm + HOST)))
        .extracting(Problem::where)
        .containsExactlyInAnyOrder("HOST xen5/DOM0", "HOST xen5/HWADDR");
  }

  @Test
  void a_vm_may_be_wanted_on_a_machine_that_is_still_to_come() {
    Site site = readable(site(HOST + VM.replace("192.168.5.101", "192.168.5.105")));
    assertThat(site.hosts()).containsExactly(new HostAddress("192.168.5.105"));
  }

  @Test
  void a_controller_with_its_machines_address_is_a_problem() {
    assertThat(problems(site(HOST.replace("192.168.6.105", "192.168.5.105"))))
        .extracting(Problem::where)
        .containsExactly("HOST xen5/POWER");
  }
}
