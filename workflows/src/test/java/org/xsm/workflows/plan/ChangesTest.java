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
import static org.xsm.workflows.plan.Worlds.runs;
import static org.xsm.workflows.plan.Worlds.silent;
import static org.xsm.workflows.plan.Worlds.site;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.Ceiling;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.TemplateSnapshot;
import org.xsm.workflows.template.WrittenConfig;

/** What a plan does about a VM that is not as it is wanted. */
class ChangesTest {
  private final Vm vm1 = vm("vm1", HOST_1);

  /** A guest of 4 VCPUs and 96 MiB was started with room for 8 and 144. */
  @ParameterizedTest
  @CsvSource({
    "2, 96, LIVE, VCPUS 4 → 2",
    "8, 96, LIVE, VCPUS 4 → 8",
    "9, 96, RESTART, VCPUS 4 → 9",
    "4, 64, LIVE, MEM 96 → 64",
    "4, 144, LIVE, MEM 96 → 144",
    "4, 145, RESTART, MEM 96 → 145"
  })
  void what_a_guest_has_room_for_is_done_while_it_runs(
      int vcpus, int memory, Manner manner, String change) {
    Plan plan = planner().plan(site(vm1.sized(vcpus, memory)), known(vm1), here(runs(vm1)));

    VmStep step = plan.vmSteps().get(0);
    assertThat(plan.vmSteps()).hasSize(1);
    assertThat(step.id().value()).isEqualTo("reconfigure-vm:vm1");
    assertThat(step.manner()).isEqualTo(manner);
    assertThat(step.cost()).isEqualTo(manner == Manner.LIVE ? Cost.LIVE : Cost.RESTART);
    assertThat(step.reason()).contains(change);
    assertThat(step.vm()).isEqualTo(vm1.sized(vcpus, memory));
    assertThat(step.guestConfig()).contains("memory = " + memory, "vcpus = " + vcpus);
  }

  @Test
  void a_config_that_is_written_while_the_guest_runs_keeps_its_limits() {
    Vm larger = vm1.sized(4, 140);
    VmStep live = planner().plan(site(larger), known(vm1), here(runs(vm1))).vmSteps().get(0);
    assertThat(new WrittenConfig(live.guestConfig()).ceiling()).contains(new Ceiling(8, 144));

    VmStep next =
        planner()
            .plan(site(vm1.sized(4, 160)), known(larger, live.guestConfig()), here(runs(larger)))
            .vmSteps()
            .get(0);
    assertThat(next.manner()).isEqualTo(Manner.RESTART);
    assertThat(next.reason()).contains("MEM 140 → 160", "8 VCPUs and 144 MiB");
    assertThat(new WrittenConfig(next.guestConfig()).ceiling()).contains(new Ceiling(8, 240));
  }

  @Test
  void a_guest_whose_config_nobody_knows_grows_by_a_restart() {
    Plan more = plan(site(vm1.sized(4, 100)), site(vm1), here(runs(vm1)));
    Plan less = plan(site(vm1.sized(4, 64)), site(vm1), here(runs(vm1)));

    assertThat(more.vmSteps()).extracting(VmStep::manner).containsExactly(Manner.RESTART);
    assertThat(less.vmSteps()).extracting(VmStep::manner).containsExactly(Manner.LIVE);
  }

  @Test
  void another_hardware_address_or_address_takes_a_restart() {
    Vm other =
        new Vm(
            vm1.name(),
            vm1.template(),
            HOST_1,
            4,
            new MacAddress("AA:00:00:00:99:99"),
            vm1.ip(),
            96);

    Plan plan = planner().plan(site(other), known(vm1), here(runs(vm1)));

    assertThat(plan.vmSteps()).extracting(VmStep::manner).containsExactly(Manner.RESTART);
    assertThat(plan.vmSteps().get(0).reason())
        .isEqualTo("vm1 is restarted to change it: HWADDR " + vm1.mac() + " → AA:00:00:00:99:99");
    assertThat(plan.vmSteps().get(0).estimate()).hasSeconds(45);
  }

  @Test
  void a_template_that_has_changed_takes_a_restart_and_says_so() {
    Template changed = new Template(vm1.template(), "kernel = \"/boot/newer\"\n");
    Planner later =
        new Planner(
            Worlds.IDENTITY,
            new TemplateSnapshot(Map.of(vm1.template(), changed)),
            PlanningRules.DEFAULT);

    Plan plan = later.plan(site(vm1), known(vm1), here(runs(vm1)));

    assertThat(plan.vmSteps()).extracting(VmStep::manner).containsExactly(Manner.RESTART);
    assertThat(plan.vmSteps().get(0).reason()).contains("content of its template apache_svr");
  }

  @Test
  void other_rules_for_room_to_grow_change_no_guest_that_runs() {
    Planner later =
        new Planner(
            Worlds.IDENTITY, planner().templates(), new PlanningRules(30, 8, 0, 0, 50, 64, true));

    assertThat(later.plan(site(vm1), known(vm1), here(runs(vm1))).vmSteps()).isEmpty();
  }

  @Test
  void what_somebody_changed_by_hand_is_brought_back() {
    Domain drifted =
        new Domain(
            7, "vm1", Optional.of(Worlds.uuid("vm1")), 2, 64, DomainState.RUNNING, List.of());

    Plan plan = planner().plan(site(vm1), known(vm1), here(drifted));

    assertThat(plan.vmSteps())
        .extracting(VmStep::manner, VmStep::reason)
        .containsExactly(
            tuple(
                Manner.LIVE,
                "vm1 is changed while it runs: VCPUS 2 (found) → 4, MEM 64 (found) → 96"));
  }

  @ParameterizedTest
  @CsvSource({"96, 88, true", "96, 87, false", "96, 104, true", "96, 105, false"})
  void a_few_mib_more_or_less_in_a_hosts_list_are_no_change(int given, int listed, boolean same) {
    Plan plan =
        planner()
            .plan(
                site(vm1.sized(4, given)),
                known(vm1.sized(4, given)),
                here(runs(vm1.sized(4, listed))));

    assertThat(plan.vmSteps().isEmpty()).isEqualTo(same);
  }

  @Test
  void a_guest_that_was_moved_by_hand_is_moved_back() {
    Plan plan =
        planner().plan(site(vm1), known(vm1), found(up(HOST_1, 500), up(HOST_2, 500, runs(vm1))));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value(), VmStep::from, step -> step.vm().host())
        .containsExactly(tuple("migrate-vm:vm1", Optional.of(HOST_2), HOST_1));
  }

  @Test
  void a_guest_that_moves_and_grows_moves_first() {
    Vm wanted = vm1.at(HOST_2).sized(4, 144);

    Plan plan =
        planner().plan(site(wanted), known(vm1), found(up(HOST_1, 0, runs(vm1)), up(HOST_2, 152)));

    VmStep move = (VmStep) plan.findStep(new StepId("migrate-vm:vm1")).orElseThrow();
    VmStep grow = (VmStep) plan.findStep(new StepId("reconfigure-vm:vm1")).orElseThrow();
    assertThat(plan.vmSteps()).hasSize(2);
    assertThat(move.vm()).isEqualTo(vm1.at(HOST_2));
    assertThat(move.guestConfig()).isEqualTo(Worlds.config(vm1).orElseThrow());
    assertThat(grow.vm()).isEqualTo(wanted);
    assertThat(grow.waitsFor()).containsExactly(move.id());
    assertThat(plan.summary()).isEqualTo("1 move");
  }

  @Test
  void a_guest_that_moves_and_shrinks_shrinks_first() {
    Vm wanted = vm1.at(HOST_2).sized(4, 64);

    Plan plan =
        planner().plan(site(wanted), known(vm1), found(up(HOST_1, 0, runs(vm1)), up(HOST_2, 72)));

    VmStep move = (VmStep) plan.findStep(new StepId("migrate-vm:vm1")).orElseThrow();
    assertThat(move.waitsFor()).containsExactly(new StepId("reconfigure-vm:vm1"));
    assertThat(move.vm()).isEqualTo(wanted);
  }

  @Test
  void between_xm_and_xl_a_guest_moves_cold_or_not_at_all() {
    var world =
        found(
            up(HOST_1, 500, runs(vm1)),
            new HostFound.Up(HOST_2, "xm 3.4", 8, 4096, 1000, List.of()));
    Vm wanted = vm1.at(HOST_2).sized(2, 512);
    Planner strict =
        new Planner(
            Worlds.IDENTITY, planner().templates(), new PlanningRules(30, 8, 4, 50, 50, 64, false));

    Plan plan = planner().plan(site(wanted), known(vm1), world);
    assertThat(plan.vmSteps())
        .extracting(VmStep::kind, VmStep::manner, VmStep::cost, VmStep::vm)
        .containsExactly(tuple(StepKind.MIGRATE_VM, Manner.COLD, Cost.DOWNTIME, wanted));
    assertThat(plan.vmSteps().get(0).reason()).contains("MEM 96 → 512");

    Plan refused = strict.plan(site(wanted), known(vm1), world);
    assertThat(refused.vmSteps()).isEmpty();
    assertThat(refused.findings().get(0).kind()).isEqualTo(FindingKind.NOT_POSSIBLE);
    assertThat(refused.findings().get(0).advice()).contains("xsm.plan.cold-moves");
  }

  @Test
  void a_guest_is_not_moved_to_where_a_stranger_bears_its_name() {
    Plan plan =
        planner()
            .plan(
                site(vm1.at(HOST_2)),
                known(vm1),
                found(
                    up(HOST_1, 500, runs(vm1)),
                    up(HOST_2, 500, domain("vm1", PlannerTest.STRANGER, 96))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NAME_CONFLICT);
  }

  @Test
  void a_guest_is_not_moved_to_a_host_that_does_not_answer() {
    Plan plan =
        planner()
            .plan(
                site(vm1.at(HOST_2)),
                known(vm1),
                found(up(HOST_1, 500, runs(vm1)), silent(HOST_2)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings().get(0).message()).contains("stays on " + HOST_1);
  }

  @Test
  void a_rename_is_a_retire_and_a_create_that_waits_for_it_and_the_plan_says_so() {
    Vm old = vm("old", HOST_1);
    Vm renamed =
        new Vm(vm("new", HOST_1).name(), old.template(), HOST_1, 4, old.mac(), old.ip(), 96);

    Plan plan = planner().plan(site(renamed), known(old), here(runs(old)));

    assertThat(plan.findStep(new StepId("create-vm:new")).orElseThrow().waitsFor())
        .containsExactly(new StepId("retire-vm:old"));
    assertThat(plan.findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(FindingKind.RENAMED, "new"));
    assertThat(plan.leavesSomethingUndone()).isFalse();
  }

  @Test
  void a_guest_that_does_not_run_is_left_as_it_is() {
    Domain paused =
        new Domain(7, "vm1", Optional.of(Worlds.uuid("vm1")), 4, 96, DomainState.PAUSED, List.of());

    Plan plan =
        planner()
            .plan(
                site(vm1.at(HOST_2).sized(2, 64)),
                known(vm1),
                found(up(HOST_1, 500, paused), up(HOST_2, 500)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.ODD_STATE);
  }

  @Test
  void a_full_machine_gets_no_room_to_grow() {
    TemplateName hvm = new TemplateName("hvm");
    Template template = new Template(hvm, "type = \"hvm\"\n");
    Planner planner =
        new Planner(
            Worlds.IDENTITY, new TemplateSnapshot(Map.of(hvm, template)), PlanningRules.DEFAULT);
    Vm full = new Vm(vm1.name(), hvm, HOST_1, 4, vm1.mac(), vm1.ip(), 96);

    Plan plan = planner.plan(site(full), new Undertaken(List.of()), here());

    assertThat(plan.vmSteps().get(0).guestConfig()).contains("maxmem = 96", "maxvcpus = 4");
  }

  @Test
  void a_growth_for_which_there_is_no_memory_says_how_much_is_missing() {
    Plan plan =
        planner().plan(site(vm1.sized(4, 144)), known(vm1), found(up(HOST_1, 40, runs(vm1))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings().get(0).message())
        .isEqualTo(
            "vm1 is not changed: it needs 48 MiB on 192.168.5.101, where 40 MiB will be left; 8 MiB"
                + " are missing.");
  }

  private static Observation here(Domain... domains) {
    return found(up(HOST_1, 1000, domains));
  }
}
