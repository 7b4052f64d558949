package org.xsm.connectors.xen.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.connectors.xen.Fixture;

class InfoAnswerTest {
  @ParameterizedTest
  @ValueSource(strings = {"a01-info", "a02-info-numa"})
  void a_real_host_tells_version_processors_and_memory(String name) throws Exception {
    assertThat(InfoAnswer.parse(Fixture.of(name).output()))
        .isEqualTo(new InfoAnswer("4.17.5", 2, 1023, 626));
  }

  @Test
  void the_version_may_have_to_be_put_together() throws Exception {
    String text =
        "nr_cpus : 1\ntotal_memory : 2\nfree_memory : 0\nxen_major : 4\nxen_minor : 4\nxen_extra : .1\n";

    assertThat(InfoAnswer.parse(text).version()).isEqualTo("4.4.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nr_cpus : 1\ntotal_memory : 2\nfree_memory : 0\n",
        "nr_cpus : 1\ntotal_memory : many\nfree_memory : 0\nxen_version : 4.17\n",
        "nr_cpus : 1\ntotal_memory : 99999999999\nfree_memory : 0\nxen_version : 4.17\n",
        "nr_cpus : -1\ntotal_memory : 1\nfree_memory : 0\nxen_version : 4.17\n",
      })
  void other_text_is_not_understood(String text) {
    assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> InfoAnswer.parse(text));
  }
}
