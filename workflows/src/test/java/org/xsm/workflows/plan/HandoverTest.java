package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.workflows.plan.Worlds.HOST_1;
import static org.xsm.workflows.plan.Worlds.HOST_2;
import static org.xsm.workflows.plan.Worlds.found;
import static org.xsm.workflows.plan.Worlds.known;
import static org.xsm.workflows.plan.Worlds.planner;
import static org.xsm.workflows.plan.Worlds.runs;
import static org.xsm.workflows.plan.Worlds.site;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/** What one VM has and another is to have. */
class HandoverTest {
  private static Vm with(Vm vm, MacAddress mac, String address) {
    IpSetting ip = new IpSetting.Fixed(new IpAddress(address), Optional.empty(), Optional.empty());
    return new Vm(vm.name(), vm.template(), vm.host(), vm.vcpus(), mac, ip, vm.memory());
  }

  @Test
  void an_address_of_a_retired_vm_is_free_when_that_is_gone() {
    Vm old = with(vm("old", HOST_1), new MacAddress("AA:00:00:00:00:01"), "10.0.0.9");
    Vm stays = vm("stays", HOST_2);
    Vm heir = with(stays, stays.mac(), "10.0.0.9");

    Plan plan =
        planner()
            .plan(
                site(heir),
                known(old, stays),
                found(up(HOST_1, 500, runs(old)), up(HOST_2, 500, runs(stays))));

    assertThat(plan.findStep(new StepId("reconfigure-vm:stays")).orElseThrow().waitsFor())
        .containsExactly(new StepId("retire-vm:old"));
  }

  @Test
  void a_vm_that_changes_its_set_is_retired_before_it_is_created() {
    SetName other = new SetName("Other");
    Vm moved = vm("vm1", HOST_1);
    Site wanted =
        new Site(
            List.of(
                new VmSet(Worlds.SET, Optional.empty(), List.of()),
                new VmSet(other, Optional.empty(), List.of(moved))));

    Plan plan = planner().plan(wanted, known(moved), found(up(HOST_1, 0, runs(moved))));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value())
        .containsExactly("create-vm:vm1", "retire-vm:vm1");
    assertThat(plan.vmSteps().get(0).set()).isEqualTo(other);
    assertThat(plan.vmSteps().get(0).waitsFor()).containsExactly(new StepId("retire-vm:vm1"));
  }

  @Test
  void two_sets_vms_of_one_name_have_steps_of_their_own() {
    SetName other = new SetName("Other");
    Vm one = vm("vm1", HOST_1);
    Vm two = vm("vm1", HOST_2);
    Undertaken last =
        new Undertaken(
            List.of(
                new UndertakenVm(Worlds.SET, one, Optional.empty(), Optional.empty()),
                new UndertakenVm(other, two, Optional.empty(), Optional.empty())));
    Site none =
        new Site(
            List.of(
                new VmSet(Worlds.SET, Optional.empty(), List.of()),
                new VmSet(other, Optional.empty(), List.of())));

    Plan plan =
        planner()
            .plan(
                none,
                last,
                found(
                    up(HOST_1, 0, runs(one)),
                    up(HOST_2, 0, Worlds.domain("vm1", Worlds.IDENTITY.of(other, two), 96))));

    assertThat(plan.vmSteps())
        .extracting(step -> step.id().value())
        .containsExactly("retire-vm:vm1", "retire-vm:vm1:2");
  }
}
