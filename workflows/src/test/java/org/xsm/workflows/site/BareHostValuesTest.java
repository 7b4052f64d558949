package org.xsm.workflows.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareHostValuesTest {
  @ParameterizedTest
  @CsvSource({"xen5,xen5", "XEN-5,xen-5", "5a,5a", "a,a", "12x,12x"})
  void a_label_is_a_host_name_and_is_kept_in_lower_case(String text, String kept) {
    assertThat(new HostName(text).value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-xen",
        "xen-",
        "xen.example.com",
        "xen_5",
        "xen 5",
        "xen5\n",
        "xen5\nset:evil",
        "xen5,set:known",
        "xën",
        "ＸＥＮ",
        "12",
        "12h",
        "45M",
        "infinite",
        "IGNORE",
        "localhost",
        "İ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void what_a_server_could_misread_is_no_host_name(String text) {
    refused(() -> new HostName(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "boot",
        "Scripts",
        "override_a",
        "boot-x86",
        "global",
        "a.bak",
        "a]",
        "a\n[b",
        "-x",
        "a b",
        "torrents",
        "autoinstall_scripts"
      })
  void what_the_image_server_uses_or_could_misread_is_no_image_name(String text) {
    refused(() -> new ImageName(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wol",
        "manual",
        "ipmi://192.168.6.105",
        "ipmi://admin@192.168.6.105",
        "ipmi://192.168.6.105:9001",
        "ipmi://ADMIN@192.168.6.105:9001"
      })
  void power_control_is_written_as_it_is_read(String text) {
    assertThat(PowerControl.parse(text).text()).isEqualTo(text);
  }

  @Test
  void the_usual_port_is_not_written() {
    assertThat(PowerControl.parse("ipmi://192.168.6.105:623").text())
        .isEqualTo("ipmi://192.168.6.105");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "WOL",
        "ipmi:",
        "ipmi://",
        "ipmi://bmc5",
        "ipmi://192.168.6.105/",
        "ipmi://192.168.6.105:0",
        "ipmi://192.168.6.105:70000",
        "ipmi://admin:secret@192.168.6.105",
        "ipmi://-U@192.168.6.105",
        "ipmi://@192.168.6.105",
        "ipmi://192.168.6.105\n",
        "ipmi://seventeenletterss@192.168.6.105"
      })
  void what_is_no_power_control_is_refused_with_advice(String text) {
    refused(() -> PowerControl.parse(text));
  }

  @Test
  void words_of_a_site_file_are_read_exactly() {
    assertThat(TransferMethod.parse("AUTO")).isEqualTo(TransferMethod.AUTO);
    assertThat(Addressing.parse("STATIC")).isEqualTo(Addressing.STATIC);
    refused(() -> TransferMethod.parse("auto"));
    refused(() -> Addressing.parse("192.168.5.1"));
  }

  @Test
  void a_controller_cannot_have_the_address_of_its_machine() {
    HostAddress address = new HostAddress("192.168.5.105");
    refused(
        () ->
            new BareHost(
                new HostName("xen5"),
                new ImageName("xen-base"),
                address,
                new MacAddress("00:16:3E:00:00:05"),
                Addressing.DHCP,
                TransferMethod.AUTO,
                new PowerControl.Ipmi(address)));
  }

  private static void refused(ThrowingCallable value) {
    assertThatThrownBy(value)
        .isInstanceOfSatisfying(
            InvalidValue.class, wrong -> assertThat(wrong.advice()).isNotBlank());
  }
}
