package org.xsm.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Slots.Candidate;
import org.xsm.workflows.run.Slots.Delivery;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.ImageName;

class SlotsTest {
  private static final HostAddress A = new HostAddress("10.0.0.1");
  private static final HostAddress B = new HostAddress("10.0.0.2");
  private static final HostAddress C = new HostAddress("10.0.0.3");

  private static final Gate OPEN = new Gate(Holds.none(), List.of());

  private static Candidate step(String name, HostAddress... hosts) {
    return new Candidate(
        new RunId("r"), new StepId(name), StepKind.CREATE_VM, "vm" + name, List.of(hosts));
  }

  @Test
  void a_host_that_has_enough_to_do_holds_back_only_its_own_steps() {
    Slots.Choice choice =
        Slots.choose(
            List.of(step("1", A), step("2", A), step("3", B)),
            List.of(step("0", A)),
            new Limits(10, 2, 2, 4),
            OPEN);

    assertThat(choice.start())
        .extracting(candidate -> candidate.step().value())
        .containsExactly("3", "1");
    assertThat(choice.held()).containsExactly(Map.entry(step("2", A), Limits.COMMANDS_PER_HOST));
  }

  @Test
  void no_more_steps_start_than_may_run_at_once() {
    Slots.Choice choice =
        Slots.choose(List.of(step("1", A), step("2", B)), List.of(), new Limits(1, 4, 2, 4), OPEN);

    assertThat(choice.start())
        .extracting(candidate -> candidate.step().value())
        .containsExactly("1");
    assertThat(choice.held()).containsExactly(Map.entry(step("2", B), Limits.STEPS_AT_ONCE));
  }

  @Test
  void every_host_gets_its_first_step_before_any_gets_its_second() {
    Slots.Choice choice =
        Slots.choose(
            List.of(step("1", A), step("2", A), step("3", B)),
            List.of(step("0", A)),
            new Limits(3, 4, 2, 4),
            OPEN);

    assertThat(choice.start())
        .extracting(candidate -> candidate.step().value())
        .containsExactly("3", "1");
    assertThat(choice.held()).containsExactly(Map.entry(step("2", A), Limits.STEPS_AT_ONCE));
  }

  @Test
  void a_vm_that_moves_takes_a_slot_on_both_hosts() {
    Slots.Choice choice =
        Slots.choose(
            List.of(step("1", A, B), step("2", C, A), step("3", B)),
            List.of(),
            new Limits(10, 2, 1, 4),
            OPEN);

    assertThat(choice.start())
        .extracting(candidate -> candidate.step().value())
        .containsExactly("1", "3");
    assertThat(choice.held())
        .containsExactly(Map.entry(step("2", C, A), Limits.MIGRATIONS_PER_HOST));
  }

  private static Candidate deployment(String name, HostAddress host, Optional<String> session) {
    return new Candidate(
        new RunId("r"),
        new StepId(name),
        StepKind.DEPLOY_HOST,
        "xen" + name,
        List.of(host),
        Optional.of(new Delivery(new ImageName("xen-base"), session)));
  }

  @Test
  void the_machines_of_a_session_run_together_and_count_as_one_step() {
    Optional<String> session = Optional.of("xen-base.multicast");
    List<Candidate> together =
        List.of(
            deployment("1", A, session), deployment("2", B, session), deployment("3", C, session));

    Slots.Choice choice =
        Slots.choose(
            List.of(together.get(1), together.get(2), step("4", A)),
            List.of(together.get(0)),
            new Limits(1, 4, 2, 1),
            OPEN);

    assertThat(choice.start()).containsExactly(together.get(1), together.get(2));
    assertThat(choice.held()).containsExactly(Map.entry(step("4", A), Limits.STEPS_AT_ONCE));
  }

  @Test
  void only_so_many_machines_fetch_one_image_at_once() {
    Candidate first = deployment("1", A, Optional.empty());
    Candidate second = deployment("2", B, Optional.empty());
    Candidate third = deployment("3", C, Optional.empty());

    Slots.Choice choice =
        Slots.choose(List.of(second, third), List.of(first), new Limits(10, 4, 2, 2), OPEN);

    assertThat(choice.start()).containsExactly(second);
    assertThat(choice.held()).containsExactly(Map.entry(third, Limits.DEPLOYMENTS_PER_IMAGE));
  }
}
