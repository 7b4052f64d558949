package org.xsm.workflows.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.observation.HostFound;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"vm1", "VM_1-a.b", "_x", "a", "1a"})
  void plain_names_are_taken(String name) {
    assertThatCode(() -> new VmName(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "vm 1",
        "a/b",
        "..",
        "-h",
        "$(id)",
        "`id`",
        "vm1\nmemory=4096",
        "vmё",
        "Domain-0",
        "dom0",
        "17",
        "vm1--incoming",
        "vm1--migratedaway",
        "migrating-vm1",
        "(null)",
        "%d",
        "~root",
        "vm\u0000"
      })
  void names_that_a_tool_could_misread_are_refused_with_advice(String name) {
    assertThatThrownBy(() -> new VmName(name))
        .isInstanceOfSatisfying(
            InvalidValue.class, wrong -> assertThat(wrong.advice()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.168.5",
        "192.168.5.300",
        "192.168.005.010",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "localhost",
        "192.168.5.1:22",
        "root@192.168.5.1",
        "١٩٢.168.5.1",
        "1.2.3.4\n"
      })
  void what_is_no_address_of_one_machine_is_refused(String address) {
    assertThatThrownBy(() -> new HostAddress(address)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AA:00:00:00:00",
        "AA:00:00:00:00:01:02",
        "AA-00-00-00-00-01",
        "GG:00:00:00:00:01",
        "FF:FF:FF:FF:FF:FF",
        "01:00:5E:00:00:01",
        "00:00:00:00:00:00",
        "АА:00:00:00:00:01"
      })
  void what_is_no_address_of_one_card_is_refused(String mac) {
    assertThatThrownBy(() -> new MacAddress(mac)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_mac_is_kept_in_upper_case() {
    assertThat(new MacAddress("aa:00:00:00:0f:01")).isEqualTo(new MacAddress("AA:00:00:00:0F:01"));
  }

  @Test
  void a_host_is_named_in_a_text_only_by_its_whole_address() {
    HostAddress host = new HostAddress("10.0.0.1");
    assertThat(host.isNamedIn("root@10.0.0.1 port 22 is silent")).isTrue();
    assertThat(host.isNamedIn("Nothing is known of 10.0.0.1.")).isTrue();
    assertThat(host.isNamedIn("10.0.0.10, 110.0.0.1, 1.10.0.0.1 and 10.0.0.1.7")).isFalse();
    assertThat(host.isNamedIn("10x0.0.1")).isFalse();
  }

  @Test
  void an_unknown_host_is_named_once() {
    HostAddress host = new HostAddress("10.0.0.1");
    assertThat(new HostFound.Unknown(host, "it was not asked").explanation())
        .isEqualTo("10.0.0.1: it was not asked");
    assertThat(new HostFound.Unknown(host, "root@10.0.0.1 is silent.").explanation())
        .isEqualTo("root@10.0.0.1 is silent.");
  }

  @Test
  void hosts_sort_by_number() {
    assertThat(new HostAddress("10.0.0.9")).isLessThan(new HostAddress("10.0.0.10"));
    assertThat(new HostAddress("9.255.255.255")).isLessThan(new HostAddress("10.0.0.0"));
  }

  @Test
  void a_vms_identity_depends_on_installation_set_and_name_alone() {
    Identity here = new Identity(UUID.fromString("6f1d6a0e-0000-4000-8000-000000000001"));
    Identity there = new Identity(UUID.fromString("6f1d6a0e-0000-4000-8000-000000000002"));
    UUID id = here.of(new SetName("s"), new VmName("vm1"));

    assertThat(id).isEqualTo(here.of(new SetName("s"), new VmName("vm1")));
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id)
        .isNotEqualTo(there.of(new SetName("s"), new VmName("vm1")))
        .isNotEqualTo(here.of(new SetName("t"), new VmName("vm1")))
        .isNotEqualTo(here.of(new SetName("s"), new VmName("vm2")));
  }

  @Test
  void a_strangers_text_is_shown_in_one_line() {
    assertThat(Printable.of("a\nb\u202Ec\u0000")).isEqualTo("a\\u{a}b\\u{202e}c\\u{0}");
    assertThat(Printable.of("x".repeat(100))).hasSize(81).endsWith("…");
  }
}
