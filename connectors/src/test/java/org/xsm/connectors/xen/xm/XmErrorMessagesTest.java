package org.xsm.connectors.xen.xm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.connectors.xen.FieldFiles;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

/** Every message of {@code xm} that was met has a kind. */
class XmErrorMessagesTest {
  private static final String FOLDER = "error-messages/xm";

  @ParameterizedTest
  @CsvSource({
    "block-attach-already-connected, REFUSED",
    "block-attach-vhd-failed, REFUSED",
    "create-0-vif-backend-not-found, BAD_CONFIG",
    "create-106-transport-endpoint, REFUSED",
    "create-2049-vbd, BAD_CONFIG",
    "create-51713-tap-not-connected, BAD_CONFIG",
    "create-768-vbd-hotplug, BAD_CONFIG",
    "create-attribute-not-declared, BAD_CONFIG",
    "create-bad-tap-type, BAD_CONFIG",
    "create-bootloader-no-data, BAD_CONFIG",
    "create-not-enough-memory, NO_MEMORY",
    "create-timeout-device-model, INTERRUPTED",
    "create-unable-to-connect-xend, REFUSED",
    "create-vif-hotplug-indented, BAD_CONFIG",
    "info-unable-to-connect-xend, REFUSED",
    "list-device-not-connected, INTERRUPTED",
    "log-needs-0-argument, REFUSED",
    "migrate-107-not-connected, NO_MEMORY",
    "trigger-init-args, REFUSED",
    "xend-err-key-virsh, REFUSED"
  })
  void a_message_of_the_field_has_its_kind(String name, TroubleKind kind) {
    Optional<Path> file =
        FieldFiles.below(FOLDER).stream().filter(each -> each.endsWith(name + ".txt")).findFirst();
    assumeThat(file).isPresent();

    Diagnosis diagnosis = XmTroubles.diagnose(1, FieldFiles.text(file.get()));

    assertThat(diagnosis.kind()).as(diagnosis.cause()).isEqualTo(kind);
    assertThat(diagnosis.cause()).isNotEmpty().doesNotContain("\n");
  }

  @Test
  void no_message_of_the_field_is_left_out() {
    assumeThat(FieldFiles.below(FOLDER)).isNotEmpty();
    assertThat(FieldFiles.below(FOLDER)).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "3 | \"\" | VM_GONE | xm wrote no message",
        "137 | \"\" | INTERRUPTED | xm was ended by signal 9",
        "127 | \"\" | REFUSED | xm was not found",
        "1 | Error: VM name 'vm1' already exists | NAME_TAKEN | vm1",
        "3 | Error: Domain 'vm1' does not exist. | VM_GONE | vm1",
        "1 | Error: (111, 'Connection refused') | UNREACHABLE | refused",
        "1 | Error: can't connect: No route to host | UNREACHABLE | route"
      })
  void other_answers_have_theirs(int exit, String errors, TroubleKind kind, String cause) {
    Diagnosis diagnosis = XmTroubles.diagnose(exit, errors);

    assertThat(diagnosis.kind()).isEqualTo(kind);
    assertThat(diagnosis.cause()).contains(cause);
  }
}
