package org.xsm.connectors.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.connectors.xen.Fixture;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

class XlTroublesTest {
  @ParameterizedTest
  @CsvSource({
    "b12-create-same-name, NAME_TAKEN, 'Domain with name \"g1\" already exists.'",
    "b16-create-too-much-memory, NO_MEMORY, Out of memory",
    "b18-create-missing-kernel, BAD_CONFIG, No such file",
    "b19-create-missing-ramdisk, BAD_CONFIG, No such file",
    "b20-create-missing-config, BAD_CONFIG, /root/nosuch.cfg",
    "b21-create-syntax-error, BAD_CONFIG, config parsing error",
    "b22-create-no-name, BAD_CONFIG, Domain name must be specified.",
    "b23-create-missing-bridge, BAD_CONFIG, Could not find bridge device nobr",
    "b25-create-no-kernel, BAD_CONFIG, Neither kernel nor bootloader specified",
    "b25b-create-too-little-memory, BAD_CONFIG, segment kernel too large",
    "b26x-create-file-disk-without-dev-stdin, INTERRUPTED, because of timeout",
  })
  void the_first_error_of_a_real_failure_tells_the_cause(
      String name, TroubleKind kind, String cause) {
    Fixture real = Fixture.of(name);

    Diagnosis diagnosis = XlTroubles.diagnose(real.exit(), real.errors());

    assertThat(diagnosis.kind()).isEqualTo(kind);
    assertThat(diagnosis.cause()).contains(cause).doesNotContain("\n");
  }

  @Test
  void without_a_message_the_exit_code_speaks() {
    assertThat(XlTroubles.diagnose(137, ""))
        .isEqualTo(new Diagnosis(TroubleKind.INTERRUPTED, "xl was ended by signal 9"));
    assertThat(XlTroubles.diagnose(127, ""))
        .isEqualTo(new Diagnosis(TroubleKind.REFUSED, "xl was not found"));
    assertThat(XlTroubles.diagnose(1, "Parsing config from /x\n").kind())
        .isEqualTo(TroubleKind.REFUSED);
  }

  @Test
  void a_hostile_message_becomes_one_bounded_line() {
    String cause =
        XlTroubles.diagnose(3, "libxl: error: \u001b[31m\u202e" + "x".repeat(100_000)).cause();

    assertThat(cause).hasSizeLessThan(310).matches("[^\\p{C}]*");
  }
}
