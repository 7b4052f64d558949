package org.xsm.connectors.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.connectors.xen.Fixture;
import org.xsm.connectors.xen.answer.Details;
import org.xsm.connectors.xen.answer.NotUnderstood;

class XlListLongTest {
  @Test
  void the_json_of_a_real_host_tells_uuid_and_macs_by_the_outer_domid() throws Exception {
    XlListLong list = XlListLong.parse(Fixture.of("b04-list-long-all").output());

    assertThat(list.byId()).containsOnlyKeys(0, 14);
    assertThat(list.details(14).uuid())
        .contains(UUID.fromString("4d7e13ac-780a-4795-b8e9-dd622f08048a"));
    assertThat(list.details(14).macs()).containsExactly("00:16:3e:00:00:01");
    assertThat(list.details(14).vcpus()).contains(1);
    assertThat(list.details(0)).isEqualTo(Details.NONE);
    assertThat(list.details(77)).isEqualTo(Details.NONE);
  }

  @Test
  void nothing_but_the_domid_is_needed() throws Exception {
    String text =
        "[{\"domid\":1,\"config\":{}},{\"domid\":2,\"config\":{\"c_info\":{},\"nics\":[{},null]}},null]";

    assertThat(XlListLong.parse(text).byId()).containsOnlyKeys(1, 2);
  }

  @Test
  void vcpus_that_are_told_in_another_way_are_not_known() throws Exception {
    String text =
        "[{\"domid\":1,\"config\":{\"b_info\":{\"avail_vcpus\":\"0-1\"}}},"
            + "{\"domid\":2,\"config\":{\"b_info\":{\"avail_vcpus\":[0,3]}}}]";

    XlListLong list = XlListLong.parse(text);

    assertThat(list.details(1).vcpus()).isEmpty();
    assertThat(list.details(2).vcpus()).contains(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[",
        "[ ] [ ]",
        "free(): double free detected in tcache 2\nAborted\n",
        "[{\"domid\":\"x\",\"config\":{}}]",
        "[{\"config\":{}}]",
        "[{\"domid\":1,\"config\":{\"c_info\":{\"uuid\":\"x\"}}}]",
        "[{\"domid\":1,\"config\":{\"nics\":{\"mac\":1}}}]",
        "[{\"domid\":99999999999999999999,\"config\":{}}]",
      })
  void other_text_is_not_understood(String text) {
    assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> XlListLong.parse(text));
  }

  @Test
  void depth_and_size_are_bounded() {
    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> XlListLong.parse("[".repeat(100_000)));
    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> XlListLong.parse(" ".repeat(9_000_000) + "[]"));
  }
}
