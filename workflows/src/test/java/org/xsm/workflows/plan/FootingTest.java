package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

class FootingTest {
  private static final HostAddress A = new HostAddress("10.0.0.1");
  private static final HostAddress B = new HostAddress("10.0.0.2");
  private static final UUID OURS = UUID.fromString("0b9d7c10-0000-5000-8000-000000000001");
  private static final UUID SIBLING = UUID.fromString("0b9d7c10-0000-5000-8000-000000000002");
  private static final UUID STRANGER = UUID.fromString("99999999-0000-4000-8000-000000000001");

  private static final Domain VM = domain("vm1", OURS, 2, 512, DomainState.RUNNING);

  @Test
  void what_is_as_it_was_is_no_change() {
    assertThat(change(move(), at(A, VM), at(A, VM))).isEmpty();
    Domain ballooned = domain("vm1", OURS, 2, 509, DomainState.RUNNING);
    assertThat(change(move(), at(A, VM), at(A, ballooned))).isEmpty();
  }

  @Test
  void a_vm_that_is_gone_or_elsewhere_or_different_is_a_change() {
    assertThat(change(move(), at(A, VM), at(A))).get().asString().contains("not there now");
    assertThat(change(move(), at(A, VM), at(B, VM))).isPresent();
    assertThat(change(move(), at(A, VM), both(VM))).isPresent();
    Domain grown = domain("vm1", OURS, 2, 600, DomainState.RUNNING);
    assertThat(change(move(), at(A, VM), at(A, grown)))
        .contains(
            "vm1 was running with 512 MiB and 2 VCPUs on 10.0.0.1 when it was planned, and is"
                + " running with 600 MiB and 2 VCPUs now");
    Domain crashed = domain("vm1", OURS, 2, 512, DomainState.CRASHED);
    assertThat(change(move(), at(A, VM), at(A, crashed))).isPresent();
  }

  @Test
  void what_the_run_itself_has_done_to_the_vm_is_no_change() {
    Footing footing = new Footing(at(A, VM), at(B, VM), Set.of(OURS)::contains);
    assertThat(footing.findChange(move(), false)).isEmpty();
  }

  @Test
  void a_stranger_who_takes_memory_where_the_vm_goes_is_a_change() {
    Domain stranger = domain("theirs", STRANGER, 1, 256, DomainState.RUNNING);
    Domain bigger = domain("theirs", STRANGER, 1, 400, DomainState.RUNNING);
    assertThat(change(move(), at(A, VM), with(stranger)))
        .get()
        .asString()
        .contains("'theirs' with 256 MiB")
        .contains("10.0.0.2");
    assertThat(change(move(), with(stranger), with(bigger))).isPresent();
    assertThat(change(move(), with(bigger), with(stranger))).isEmpty();
    assertThat(change(move(), with(stranger), at(A, VM))).isEmpty();
  }

  @Test
  void our_own_other_vms_are_no_strangers() {
    Domain sibling = domain("vm2", SIBLING, 1, 256, DomainState.RUNNING);
    assertThat(change(move(), at(A, VM), with(sibling))).isEmpty();
  }

  @Test
  void who_only_goes_needs_no_room() {
    Domain stranger = domain("theirs", STRANGER, 1, 256, DomainState.RUNNING);
    VmStep retire = step(StepKind.RETIRE_VM, A, Optional.empty());
    assertThat(
            change(retire, found(List.of(VM), List.of()), found(List.of(VM, stranger), List.of())))
        .isEmpty();
  }

  @Test
  void a_silent_host_that_answers_again_is_a_change() {
    Observation silent =
        new Observation(List.of(new HostFound.Unknown(A, "timed out"), up(B, List.of())));
    assertThat(change(move(), silent, at(A, VM))).get().asString().contains("does now");
    assertThat(change(move(), silent, silent)).isEmpty();
  }

  private static Optional<String> change(VmStep step, Observation planned, Observation now) {
    return new Footing(planned, now, Set.of(OURS, SIBLING)::contains).findChange(step, true);
  }

  private static VmStep move() {
    return step(StepKind.MIGRATE_VM, B, Optional.of(A));
  }

  private static VmStep step(StepKind kind, HostAddress host, Optional<HostAddress> from) {
    Vm vm =
        new Vm(
            new VmName("vm1"),
            new TemplateName("plain"),
            host,
            2,
            new MacAddress("AA:00:00:00:00:01"),
            new IpSetting.Dhcp(),
            512,
            Optional.empty());
    return new VmStep(
        StepId.of(kind, vm.name().value()),
        kind,
        Manner.LIVE,
        new SetName("s"),
        vm,
        from,
        OURS,
        "",
        List.of(),
        Cost.LIVE,
        Duration.ofSeconds(1),
        "why");
  }

  private static Domain domain(String name, UUID uuid, int vcpus, int memory, DomainState state) {
    return new Domain(1, name, Optional.of(uuid), vcpus, memory, state, List.of());
  }

  private static Observation at(HostAddress host, Domain... domains) {
    return host.equals(A) ? found(List.of(domains), List.of()) : found(List.of(), List.of(domains));
  }

  private static Observation both(Domain domain) {
    return found(List.of(domain), List.of(domain));
  }

  private static Observation with(Domain other) {
    return found(List.of(VM), List.of(other));
  }

  private static Observation found(List<Domain> onA, List<Domain> onB) {
    return new Observation(Stream.of(up(A, onA), up(B, onB)).toList());
  }

  private static HostFound up(HostAddress host, List<Domain> domains) {
    return new HostFound.Up(host, "xl 4.17.5", 4, 8192, 4096, domains);
  }
}
