package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xsm.workflows.plan.Worlds.HOST_1;
import static org.xsm.workflows.plan.Worlds.HOST_2;
import static org.xsm.workflows.plan.Worlds.found;
import static org.xsm.workflows.plan.Worlds.host;
import static org.xsm.workflows.plan.Worlds.known;
import static org.xsm.workflows.plan.Worlds.planner;
import static org.xsm.workflows.plan.Worlds.runs;
import static org.xsm.workflows.plan.Worlds.site;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/** Guests that wait for each other to leave: by what they get past each other, and at what cost. */
class CyclesTest {
  private static final HostAddress HOST_3 = host(3);

  private final Vm a = vm("a", HOST_1, 512);
  private final Vm b = vm("b", HOST_2, 512);

  private Plan exchange(PlanningRules rules, HostFound... hosts) {
    Planner planner = new Planner(Worlds.IDENTITY, planner().templates(), rules);
    return planner.plan(
        site(a.at(HOST_2), b.at(HOST_1)), known(a, b), new Observation(List.of(hosts)));
  }

  private HostFound first(int free) {
    return up(HOST_1, free, runs(a));
  }

  private HostFound second(int free) {
    return up(HOST_2, free, runs(b));
  }

  @Test
  void with_room_on_one_side_the_other_waits() {
    Plan plan = exchange(PlanningRules.DEFAULT, first(0), second(520));

    assertThat(plan.findStep(new StepId("migrate-vm:a")).orElseThrow().waitsFor()).isEmpty();
    assertThat(plan.findStep(new StepId("migrate-vm:b")).orElseThrow().waitsFor())
        .containsExactly(new StepId("migrate-vm:a"));
    assertThat(plan.cost()).isEqualTo(Cost.LIVE);
  }

  @Test
  void a_third_host_with_room_is_stopped_over_on() {
    Plan plan = exchange(PlanningRules.DEFAULT, first(0), second(0), up(HOST_3, 520));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value(), step -> step.vm().host(), VmStep::waitsFor)
        .containsExactly(
            tuple("migrate-vm:a", HOST_3, List.of()),
            tuple("migrate-vm:a:2", HOST_2, ids("migrate-vm:a", "migrate-vm:b")),
            tuple("migrate-vm:b", HOST_1, ids("migrate-vm:a")));
    assertThat(plan.vmSteps()).extracting(VmStep::manner).containsOnly(Manner.LIVE);
    assertThat(plan.vmSteps().get(0).reason()).contains("stops over on 192.168.5.103");
    assertThat(plan.summary()).isEqualTo("2 moves");
  }

  @Test
  void without_a_third_host_a_guest_is_made_smaller_for_a_while() {
    Plan plan = exchange(PlanningRules.DEFAULT, first(0), second(300), up(HOST_3, 100));

    VmStep shrink = (VmStep) plan.findStep(new StepId("reconfigure-vm:a")).orElseThrow();
    VmStep back = (VmStep) plan.findStep(new StepId("reconfigure-vm:a:2")).orElseThrow();
    assertThat(plan.vmSteps()).hasSize(4);
    assertThat(shrink.vm().memory()).isEqualTo(256);
    assertThat(shrink.vm().host()).isEqualTo(HOST_1);
    assertThat(shrink.guestConfig()).contains("memory = 256");
    assertThat(back.vm()).isEqualTo(a.at(HOST_2));
    assertThat(back.guestConfig()).isEqualTo(Worlds.config(a).orElseThrow());
    assertThat(back.reason()).contains("gets its memory back: MEM 256 → 512");
    assertThat(plan.cost()).isEqualTo(Cost.LIVE);
  }

  @Test
  void where_nothing_else_helps_a_guest_is_shut_down_and_the_plan_says_for_how_long() {
    Plan plan = exchange(PlanningRules.DEFAULT, first(0), second(0));

    VmStep stop = (VmStep) plan.findStep(new StepId("retire-vm:a")).orElseThrow();
    VmStep start = (VmStep) plan.findStep(new StepId("create-vm:a")).orElseThrow();
    assertThat(plan.vmSteps()).hasSize(3);
    assertThat(List.of(stop, start)).extracting(VmStep::manner).containsOnly(Manner.COLD);
    assertThat(List.of(stop, start)).extracting(VmStep::cost).containsOnly(Cost.DOWNTIME);
    assertThat(plan.findStep(new StepId("migrate-vm:b")).orElseThrow().waitsFor())
        .containsExactly(stop.id());
    assertThat(start.waitsFor()).contains(stop.id(), new StepId("migrate-vm:b"));
    assertThat(start.vm()).isEqualTo(a.at(HOST_2));
    assertThat(stop.reason()).contains("shut down on 192.168.5.101", "away for about 80 s");
    assertThat(plan.isMassChange()).isFalse();
    assertThat(plan.summary()).isEqualTo("2 moves");
  }

  @Test
  void where_nobody_may_be_shut_down_the_plan_says_what_is_missing_and_where() {
    PlanningRules strict = new PlanningRules(30, 8, 4, 50, 100, 64, false);

    Plan plan = exchange(strict, first(0), second(200));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(FindingKind.NO_MEMORY, "a"), tuple(FindingKind.NO_MEMORY, "b"));
    assertThat(plan.findings().get(0).message())
        .isEqualTo(
            "a is not moved from 192.168.5.101 to 192.168.5.102: it and b are in each other's way,"
                + " and in no order is there always memory for all of them.");
    assertThat(plan.findings().get(0).advice())
        .startsWith("320 MiB more free memory on 192.168.5.102 would do.")
        .contains("xsm.plan.cold-moves");
  }

  @Test
  void a_ring_of_three_goes_round_one_after_the_other() {
    Vm c = vm("c", HOST_3, 512);
    Plan plan =
        planner()
            .plan(
                site(a.at(HOST_2), b.at(HOST_3), c.at(HOST_1)),
                known(a, b, c),
                found(first(0), second(0), up(HOST_3, 0, runs(c)), up(host(4), 600)));

    assertThat(plan.vmSteps()).hasSize(4);
    assertThat(plan.vmSteps()).extracting(VmStep::kind).containsOnly(StepKind.MIGRATE_VM);
    assertThat(plan.findings()).isEmpty();
  }

  private static List<StepId> ids(String... ids) {
    return List.of(ids).stream().map(StepId::new).toList();
  }
}
