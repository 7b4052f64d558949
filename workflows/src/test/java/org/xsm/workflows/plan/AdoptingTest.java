package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xsm.workflows.plan.Worlds.HOST_1;
import static org.xsm.workflows.plan.Worlds.HOST_2;
import static org.xsm.workflows.plan.Worlds.domain;
import static org.xsm.workflows.plan.Worlds.found;
import static org.xsm.workflows.plan.Worlds.known;
import static org.xsm.workflows.plan.Worlds.plan;
import static org.xsm.workflows.plan.Worlds.planner;
import static org.xsm.workflows.plan.Worlds.silent;
import static org.xsm.workflows.plan.Worlds.site;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/** Taking over a domain that somebody else has made. */
class AdoptingTest {
  private static final UUID STRANGER = PlannerTest.STRANGER;

  private final Vm plain = vm("vm1", HOST_1);
  private final Vm adopting = plain.adopting(Optional.of(STRANGER));

  private static Observation here() {
    return found(up(HOST_1, 1000, domain("vm1", STRANGER, 96)), up(HOST_2, 1000));
  }

  @Test
  void the_advice_about_a_stranger_names_the_attribute_that_adopts_it() {
    Plan plan = plan(site(plain), site(), here());

    assertThat(plan.findings().get(0).kind()).isEqualTo(FindingKind.NAME_CONFLICT);
    assertThat(plan.findings().get(0).advice())
        .contains("<VM name=\"vm1\" config=\"apache_svr\" adopt=\"" + STRANGER + "\">");
  }

  @Test
  void a_domain_is_adopted_as_it_runs() {
    Plan plan = plan(site(adopting), site(), here());

    VmStep step = plan.vmSteps().get(0);
    assertThat(plan.vmSteps()).hasSize(1);
    assertThat(step.id().value()).isEqualTo("reconfigure-vm:vm1");
    assertThat(step.manner()).isEqualTo(Manner.ADOPT);
    assertThat(step.cost()).isEqualTo(Cost.NONE);
    assertThat(step.uuid()).isEqualTo(STRANGER);
    assertThat(step.vm()).isEqualTo(adopting);
    assertThat(step.guestConfig())
        .contains("uuid = \"" + STRANGER + "\"", "maxmem = 96", "maxvcpus = 4");
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void what_it_has_too_little_of_is_left_for_later() {
    Plan plan = plan(site(adopting.sized(2, 512)), site(), here());

    assertThat(plan.vmSteps().get(0).vm()).isEqualTo(adopting.sized(2, 96));
    assertThat(plan.vmSteps().get(0).cost()).isEqualTo(Cost.LIVE);
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.NOT_POSSIBLE);
    assertThat(plan.findings().get(0).message()).contains("MEM 96 → 512");
  }

  @Test
  void an_adopted_vm_is_ours_from_then_on_with_or_without_the_attribute() {
    Undertaken last = known(adopting);

    assertThat(planner().plan(site(adopting), last, here()).vmSteps()).isEmpty();
    assertThat(planner().plan(site(plain), last, here()).vmSteps()).isEmpty();
    assertThat(planner().plan(site(plain), last, here()).findings()).isEmpty();
    assertThat(planner().plan(site(plain.at(HOST_2)), last, here()).vmSteps())
        .extracting(VmStep::kind, VmStep::uuid)
        .containsExactly(tuple(StepKind.MIGRATE_VM, STRANGER));
    assertThat(planner().plan(site(), last, here()).vmSteps())
        .extracting(VmStep::kind, VmStep::uuid)
        .containsExactly(tuple(StepKind.RETIRE_VM, STRANGER));
  }

  @Test
  void a_domain_that_is_not_there_cannot_be_adopted() {
    assertRefused(adopting, found(up(HOST_1, 1000)), FindingKind.NOT_FOUND);
    assertRefused(adopting.at(HOST_2), here(), FindingKind.NOT_FOUND);
    assertRefused(adopting, found(silent(HOST_1)), FindingKind.UNKNOWN_HOST);
    assertRefused(
        adopting,
        found(up(HOST_1, 1000, domain("other", STRANGER, 96))),
        FindingKind.NAME_CONFLICT);
  }

  private static void assertRefused(Vm vm, Observation found, FindingKind kind) {
    Plan plan = plan(site(vm), site(), found);
    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(kind);
  }

  @Test
  void another_sets_vm_cannot_be_adopted() {
    Vm theirs = vm("vm1", HOST_1);
    UUID uuid = Worlds.IDENTITY.of(new SetName("Other"), theirs);
    Undertaken last =
        new Undertaken(
            List.of(
                new UndertakenVm(
                    new SetName("Other"), theirs, Optional.empty(), Optional.empty())));

    Plan plan =
        planner()
            .plan(
                site(plain.adopting(Optional.of(uuid))),
                last,
                found(up(HOST_1, 1000, domain("vm1", uuid, 96))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings().get(0).message()).contains("belongs to set Other");
  }

  @Test
  void a_vm_of_ours_does_not_become_another_domain() {
    Plan plan =
        planner()
            .plan(
                site(adopting),
                known(plain),
                found(up(HOST_1, 1000, Worlds.runs(plain), domain("x", STRANGER, 96))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings().get(0).kind()).isEqualTo(FindingKind.NAME_CONFLICT);
  }
}
