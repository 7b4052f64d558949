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
import static org.xsm.workflows.plan.Worlds.silent;
import static org.xsm.workflows.plan.Worlds.site;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/** VMs that may be running on a host that does not answer. */
class FencingTest {
  private final Vm vm1 = vm("vm1", HOST_1);

  @Test
  void a_vm_that_is_to_leave_a_silent_host_waits_for_a_person() {
    Plan plan =
        planner().plan(site(vm1.at(HOST_2)), known(vm1), found(silent(HOST_1), up(HOST_2, 104)));

    assertThat(plan.vmSteps())
        .extracting(VmStep::kind, VmStep::manner, VmStep::from, VmStep::cost, VmStep::vm)
        .containsExactly(
            tuple(
                StepKind.MIGRATE_VM,
                Manner.FENCED,
                Optional.of(HOST_1),
                Cost.DOWNTIME,
                vm1.at(HOST_2)));
    assertThat(plan.vmSteps().get(0).reason()).contains("confirmed that 192.168.5.101 is off");
  }

  @Test
  void its_memory_is_reserved_where_it_goes() {
    Vm other = vm("zz", HOST_2);

    Plan plan =
        planner()
            .plan(site(vm1.at(HOST_2), other), known(vm1), found(silent(HOST_1), up(HOST_2, 150)));

    assertThat(plan.vmSteps()).extracting(VmStep::manner).containsExactly(Manner.FENCED);
    assertThat(plan.findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(FindingKind.NO_MEMORY, "zz"));
  }

  @Test
  void a_vm_that_is_wanted_on_its_silent_host_is_frozen() {
    Plan plan =
        planner().plan(site(vm1.sized(2, 64)), known(vm1), found(silent(HOST_1), up(HOST_2, 500)));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNKNOWN_HOST);
  }

  @Test
  void a_vm_whose_move_was_never_done_may_be_on_either_host() {
    UndertakenVm moving = new UndertakenVm(Worlds.SET, vm1, Optional.of(HOST_2), Optional.empty());
    Undertaken last = new Undertaken(List.of(moving));
    HostAddress third = host(3);

    Plan arrived =
        planner()
            .plan(
                site(vm1.at(HOST_2)),
                last,
                found(silent(HOST_1), up(HOST_2, 500, runs(vm1.at(HOST_2)))));
    Plan hiddenThere =
        planner().plan(site(vm1), last, found(up(HOST_1, 500), silent(HOST_2), up(third, 500)));
    Plan hiddenOnEither =
        planner()
            .plan(site(vm1.at(third)), last, found(silent(HOST_1), silent(HOST_2), up(third, 500)));

    assertThat(arrived.vmSteps()).isEmpty();
    assertThat(hiddenThere.vmSteps())
        .extracting(VmStep::manner, VmStep::from)
        .containsExactly(tuple(Manner.FENCED, Optional.of(HOST_2)));
    assertThat(hiddenOnEither.vmSteps()).isEmpty();
    assertThat(hiddenOnEither.findings().get(0).message()).contains("which are both unknown");
  }

  @Test
  void a_vm_that_is_found_elsewhere_is_not_on_the_silent_host() {
    Plan plan =
        planner()
            .plan(
                site(vm1.at(HOST_2)),
                known(vm1),
                found(silent(HOST_1), up(HOST_2, 500, runs(vm1.at(HOST_2)))));

    assertThat(plan.vmSteps()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }
}
