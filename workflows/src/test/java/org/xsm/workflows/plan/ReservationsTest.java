package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;

class ReservationsTest {
  private static final HostAddress A = new HostAddress("10.0.0.1");
  private static final HostAddress B = new HostAddress("10.0.0.2");
  private static final UUID VM = UUID.fromString("0b9d7c10-0000-5000-8000-000000000001");

  @Test
  void what_others_are_going_to_take_is_not_free() {
    assertThat(free(A, step(StepKind.CREATE_VM, A, 512), List.of())).isEqualTo(1000 - 512 - 8);
    assertThat(free(B, step(StepKind.CREATE_VM, A, 512), List.of())).isEqualTo(1000);
    assertThat(free(A, step(StepKind.MIGRATE_VM, A, 512), List.of())).isEqualTo(1000 - 512 - 8);
  }

  @Test
  void what_they_have_taken_is_not_counted_twice() {
    Domain there = new Domain(3, "vm", Optional.of(VM), 1, 400, DomainState.RUNNING, List.of());
    assertThat(free(A, step(StepKind.CREATE_VM, A, 400), List.of(there))).isEqualTo(1000);
    assertThat(free(A, step(StepKind.RECONFIGURE_VM, A, 512), List.of(there)))
        .isEqualTo(1000 - 112);
    assertThat(free(A, step(StepKind.RECONFIGURE_VM, A, 100), List.of(there))).isEqualTo(1000);
  }

  @Test
  void what_they_are_going_to_give_back_is_not_counted_on() {
    assertThat(free(A, step(StepKind.RETIRE_VM, A, 512), List.of())).isEqualTo(1000);
  }

  @Test
  void there_is_never_less_than_nothing() {
    assertThat(free(A, step(StepKind.CREATE_VM, A, 5000), List.of())).isZero();
  }

  private static int free(HostAddress host, VmStep open, List<Domain> domains) {
    Observation found =
        new Observation(List.of(new HostFound.Up(host, "xl 4.17.5", 4, 8192, 1000, domains)));
    HostFound left = new Reservations(List.of(open), 8).leftOf(found).find(host).orElseThrow();
    return ((HostFound.Up) left).freeMemory();
  }

  private static VmStep step(StepKind kind, HostAddress host, int memory) {
    Vm vm =
        new Vm(
            new VmName("vm"),
            new TemplateName("plain"),
            host,
            1,
            new MacAddress("AA:00:00:00:00:01"),
            new IpSetting.Dhcp(),
            memory,
            Optional.empty());
    return new VmStep(
        StepId.of(kind, vm.name().value()),
        kind,
        Manner.PLAIN,
        new SetName("s"),
        vm,
        Optional.empty(),
        VM,
        "",
        List.of(),
        Cost.NONE,
        Duration.ofSeconds(1),
        "why");
  }
}
