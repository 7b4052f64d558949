package org.xsm.connectors.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.connectors.xen.FieldFiles;
import org.xsm.connectors.xen.Fixture;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

/** Every message of {@code xl} that was met has a kind. */
class XlErrorMessagesTest {
  private static final String FOLDER = "error-messages/xl";

  @ParameterizedTest
  @CsvSource({
    "cannot-init-context-netbsd, REFUSED, Is xenstore daemon running",
    "create-32bit-pv-before, BAD_CONFIG, Operation not supported",
    "create-assert-nested-virt-pvh, REFUSED, Assertion",
    "create-hvm-container-wrapped-qp, BAD_CONFIG, Invalid kernel",
    "create-maxvcpus-vnuma, BAD_CONFIG, maxvcpus < vcpu",
    "create-no-loader-4.5, BAD_CONFIG, no loader found",
    "create-pci-backend-missing, BAD_CONFIG, does not exist",
    "create-vif-script-failed-4.4, BAD_CONFIG, vif-vale failed",
    "list-l-double-free, INTERRUPTED, double free",
    "list-l-stubdom-fails-qubes, REFUSED, xl list -l",
    "list-not-found-with-ssh-noise, VM_GONE, dnc1030",
    "mem-set-dom0-minimum, REFUSED, libxl_set_memory_target",
    "migrate-max-batch-size, REFUSED, Max batch size",
    "migrate-sched-invalid-argument, REFUSED, sched credit",
    "migrate-segfault, INTERRUPTED, Segmentation fault",
    "no-suitable-backend, BAD_CONFIG, backend"
  })
  void a_message_of_the_field_has_its_kind(String name, TroubleKind kind, String cause) {
    Optional<Path> file =
        FieldFiles.below(FOLDER).stream().filter(each -> each.endsWith(name + ".txt")).findFirst();
    assumeThat(file).isPresent();

    Diagnosis diagnosis = XlTroubles.diagnose(1, FieldFiles.text(file.get()));

    assertThat(diagnosis.kind()).isEqualTo(kind);
    assertThat(diagnosis.cause()).contains(cause);
  }

  @Test
  void no_message_of_the_field_is_left_out() {
    assumeThat(FieldFiles.below(FOLDER)).isNotEmpty();
    assertThat(FieldFiles.below(FOLDER)).hasSize(16);
  }

  @ParameterizedTest
  @CsvSource({
    "m06-migrate-nosuch, VM_GONE, g1 is an invalid domain identifier",
    "m07-migrate-unresolvable, UNREACHABLE, Could not resolve hostname",
    "m08-migrate-no-route, UNREACHABLE, No route to host",
    "m09-migrate-refused, UNREACHABLE, Connection refused",
    "m10-migrate-no-key, UNREACHABLE, Permission denied (publickey)",
    "m11-migrate-unknown-hostkey, UNREACHABLE, Host key verification failed",
    "m12-name-taken-on-target, NAME_TAKEN, 'Domain with name \"g1\" already exists'",
    "m14-target-without-memory, NO_MEMORY, populate physmap",
    "m16-target-without-bridge, BAD_CONFIG, Could not find bridge device br9",
    "n08-receiver-killed, INTERRUPTED, Broken pipe",
    "n10-retry-after-receiver-kill, INTERRUPTED, g1--incoming"
  })
  void a_migration_that_failed_on_real_hosts_has_its_kind(
      String name, TroubleKind kind, String cause) {
    Diagnosis diagnosis = XlTroubles.diagnose(1, Fixture.of(name).errors());

    assertThat(diagnosis.kind()).isEqualTo(kind);
    assertThat(diagnosis.cause()).contains(cause);
  }
}
