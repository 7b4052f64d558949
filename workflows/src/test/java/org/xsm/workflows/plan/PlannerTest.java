package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.workflows.plan.Worlds.HOST_1;
import static org.xsm.workflows.plan.Worlds.HOST_2;
import static org.xsm.workflows.plan.Worlds.domain;
import static org.xsm.workflows.plan.Worlds.found;
import static org.xsm.workflows.plan.Worlds.ours;
import static org.xsm.workflows.plan.Worlds.plan;
import static org.xsm.workflows.plan.Worlds.silent;
import static org.xsm.workflows.plan.Worlds.site;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.uuid;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

class PlannerTest {
  static final UUID STRANGER = UUID.fromString("11111111-2222-4333-8444-555555555555");

  @Test
  void a_vm_that_is_nowhere_is_created() {
    Plan plan = plan(site(vm("vm1", HOST_1)), site(), found(up(HOST_1, 1000)));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value())
        .containsExactly("create-vm:vm1");
    VmStep step = plan.vmSteps().get(0);
    assertThat(step.uuid()).isEqualTo(uuid("vm1"));
    assertThat(step.cost()).isEqualTo(Cost.NONE);
    assertThat(step.guestConfig()).contains("uuid = \"" + uuid("vm1") + "\"");
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void a_vm_that_runs_as_wanted_needs_no_step() {
    Site wanted = site(vm("vm1", HOST_1));

    Plan plan = plan(wanted, wanted, found(up(HOST_1, 1000, ours("vm1"))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.summary()).isEqualTo("nothing to do");
  }

  @Test
  void a_vm_that_is_not_wanted_any_more_is_retired_where_it_runs() {
    Site last = site(vm("vm1", HOST_1), vm("vm2", HOST_1));

    Plan plan =
        plan(site(vm("vm1", HOST_1)), last, found(up(HOST_1, 1000, ours("vm1"), ours("vm2"))));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value())
        .containsExactly("retire-vm:vm2");
    assertThat(plan.vmSteps().get(0).cost()).isEqualTo(Cost.DOWNTIME);
    assertThat(plan.isMassChange()).isFalse();
  }

  @Test
  void a_vm_that_is_not_wanted_and_already_gone_needs_no_step() {
    Plan plan = plan(site(), site(vm("vm1", HOST_1)), found(up(HOST_1, 1000)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void a_silent_host_freezes_its_vms_and_nothing_else() {
    Site last = site(vm("old", HOST_2));
    Site wanted = site(vm("vm1", HOST_1), vm("vm2", HOST_2));

    Plan plan = plan(wanted, last, found(up(HOST_1, 1000), silent(HOST_2)));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value())
        .containsExactly("create-vm:vm1");
    assertThat(plan.findings()).extracting(Finding::kind).containsOnly(FindingKind.UNKNOWN_HOST);
    assertThat(plan.findings()).extracting(Finding::subject).containsExactly("old", "vm2");
  }

  @Test
  void a_strangers_domain_of_a_wanted_name_is_a_conflict_and_is_not_touched() {
    Plan plan =
        plan(site(vm("vm1", HOST_1)), site(), found(up(HOST_1, 1000, domain("vm1", STRANGER, 96))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NAME_CONFLICT);
    assertThat(plan.findings().get(0).message()).contains("somebody else");
  }

  @Test
  void another_sets_vm_of_a_wanted_name_is_a_conflict_that_names_the_set() {
    SetName other = new SetName("Other");
    Site last = new Site(List.of(new VmSet(other, Optional.empty(), List.of(vm("vm1", HOST_1)))));
    Domain theirs = domain("vm1", Worlds.IDENTITY.of(other, new VmName("vm1")), 96);

    Plan plan = plan(site(vm("vm1", HOST_1)), last, found(up(HOST_1, 1000, theirs)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings().get(0).message()).contains("set Other");
  }

  @Test
  void strangers_and_sets_that_the_file_does_not_name_are_left_alone() {
    SetName other = new SetName("Other");
    Site last =
        new Site(List.of(new VmSet(other, Optional.empty(), List.of(vm("theirs", HOST_1)))));
    Domain theirs = domain("theirs", Worlds.IDENTITY.of(other, new VmName("theirs")), 96);

    Plan plan =
        plan(site(), last, found(up(HOST_1, 1000, theirs, domain("stranger", STRANGER, 96))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void a_vm_that_is_there_twice_or_stopped_is_shown_and_not_touched() {
    Domain stopped =
        new Domain(9, "vm2", Optional.of(uuid("vm2")), 4, 96, DomainState.SHUT_DOWN, List.of());
    Site wanted = site(vm("vm1", HOST_1), vm("vm2", HOST_1));

    Plan plan = plan(wanted, wanted, found(up(HOST_1, 1000, ours("vm1"), ours("vm1"), stopped)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).extracting(Finding::kind).containsOnly(FindingKind.ODD_STATE);
    assertThat(plan.findings()).hasSize(2);
  }

  @Test
  void retiring_much_of_a_set_is_a_mass_change() {
    Site last = site(vm("a", HOST_1), vm("b", HOST_1), vm("c", HOST_1), vm("d", HOST_1));
    var world = found(up(HOST_1, 1000, ours("a"), ours("b"), ours("c"), ours("d")));

    assertThat(plan(site(vm("a", HOST_1), vm("b", HOST_1)), last, world).isMassChange()).isTrue();
    assertThat(plan(site(), last, world).isMassChange()).isTrue();
    assertThat(
            plan(site(vm("a", HOST_1), vm("b", HOST_1), vm("c", HOST_1)), last, world)
                .isMassChange())
        .isFalse();
  }

  @Test
  void a_create_that_needs_a_retires_memory_waits_for_it() {
    Plan plan =
        plan(
            site(vm("big", HOST_1, 100), vm("stays", HOST_1)),
            site(vm("old", HOST_1, 96), vm("stays", HOST_1)),
            found(up(HOST_1, 50, ours("old"), ours("stays"))));

    assertThat(plan.findStep(new StepId("create-vm:big")).orElseThrow().waitsFor())
        .containsExactly(new StepId("retire-vm:old"));
  }

  @Test
  void a_create_that_never_fits_is_not_planned_and_the_plan_says_what_is_missing() {
    Plan plan = plan(site(vm("big", HOST_1, 100)), site(), found(up(HOST_1, 50)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings().get(0).kind()).isEqualTo(FindingKind.NO_MEMORY);
    assertThat(plan.findings().get(0).message()).contains("58 MiB are missing");
  }

  @Test
  void a_template_that_went_missing_is_shown_and_blocks_nothing_else() {
    Vm other =
        new Vm(
            new VmName("vm2"),
            new TemplateName("gone"),
            HOST_1,
            1,
            new MacAddress("AA:00:00:00:00:77"),
            new IpSetting.Dhcp(),
            96);

    Plan plan = plan(site(vm("vm1", HOST_1), other), site(), found(up(HOST_1, 1000)));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value())
        .containsExactly("create-vm:vm1");
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.BAD_TEMPLATE);
  }
}
