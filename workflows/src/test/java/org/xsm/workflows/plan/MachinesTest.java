package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xsm.workflows.plan.Worlds.HOST_1;
import static org.xsm.workflows.plan.Worlds.HOST_2;
import static org.xsm.workflows.plan.Worlds.SET;
import static org.xsm.workflows.plan.Worlds.found;
import static org.xsm.workflows.plan.Worlds.known;
import static org.xsm.workflows.plan.Worlds.planner;
import static org.xsm.workflows.plan.Worlds.runs;
import static org.xsm.workflows.plan.Worlds.silent;
import static org.xsm.workflows.plan.Worlds.up;
import static org.xsm.workflows.plan.Worlds.vm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TransferMethod;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/** What is to become of machines, and of the VMs that are to live there. */
class MachinesTest {
  private static final StepId DEPLOY = new StepId("deploy-host:xen1");
  private static final StepId RETIRE = new StepId("retire-host:xen1");

  private final BareHost xen1 = machine("xen1", HOST_1, "xen-base");

  @Test
  void a_machine_that_does_not_answer_is_deployed_and_its_vms_wait_for_it() {
    Plan plan =
        planner()
            .plan(
                site(List.of(xen1), vm("vm1", HOST_1), vm("vm2", HOST_2)),
                nothing(),
                found(silent(HOST_1), up(HOST_2, 4000)));

    assertThat(plan.steps())
        .extracting(Step::id, Step::kind, Step::manner, Step::cost, Step::waitsFor)
        .containsExactly(
            tuple(
                new StepId("create-vm:vm1"),
                StepKind.CREATE_VM,
                Manner.PLAIN,
                Cost.NONE,
                List.of(DEPLOY)),
            tuple(
                new StepId("create-vm:vm2"),
                StepKind.CREATE_VM,
                Manner.PLAIN,
                Cost.NONE,
                List.of()),
            tuple(DEPLOY, StepKind.DEPLOY_HOST, Manner.PLAIN, Cost.NONE, List.of()));
    assertThat(plan.summary()).isEqualTo("1 deploy, 2 creates, 1 finding");
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNPROVED);
    assertThat(plan.leavesSomethingUndone()).isFalse();
  }

  @Test
  void a_vm_moves_to_a_host_when_that_has_come() {
    Vm there = vm("vm1", HOST_2);

    Plan plan =
        planner()
            .plan(
                site(List.of(xen1), there.at(HOST_1)),
                new Undertaken(List.of(), known(there).vms()),
                found(silent(HOST_1), up(HOST_2, 100, runs(there))));

    assertThat(plan.vmSteps())
        .extracting(VmStep::kind, VmStep::manner, VmStep::waitsFor)
        .containsExactly(tuple(StepKind.MIGRATE_VM, Manner.LIVE, List.of(DEPLOY)));
  }

  @Test
  void a_host_that_we_deployed_and_that_answers_is_left_as_it_is() {
    assertThat(plan(deployed(xen1), up(HOST_1, 100), xen1).steps()).isEmpty();
    assertThat(plan(deployed(xen1), up(HOST_1, 100), xen1).findings()).isEmpty();
  }

  @Test
  void a_host_that_answers_and_is_not_ours_is_used_as_it_is_and_never_deployed() {
    Plan plan = plan(nothing(), up(HOST_1, 100), xen1);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.STRANGE_HOST);
    assertThat(plan.leavesSomethingUndone()).isFalse();
  }

  @Test
  void a_host_that_was_deployed_and_is_silent_needs_a_persons_word_and_says_what_is_lost() {
    Vm vm1 = vm("vm1", HOST_1);

    Plan plan =
        planner()
            .plan(
                site(List.of(xen1), vm1),
                new Undertaken(deployed(xen1).hosts(), known(vm1).vms()),
                found(silent(HOST_1)));

    Step again = plan.findStep(DEPLOY).orElseThrow();
    assertThat(again.manner()).isEqualTo(Manner.FENCED);
    assertThat(again.cost()).isEqualTo(Cost.DATA_LOSS);
    assertThat(again.reason()).contains("everything on its disk is lost", "vm1");
    assertThat(plan.findStep(new StepId("create-vm:vm1")).orElseThrow().waitsFor())
        .containsExactly(DEPLOY);
  }

  @Test
  void a_deployment_that_came_to_no_end_is_begun_anew_without_ado() {
    Undertaken begun =
        new Undertaken(List.of(new UndertakenHost(SET, xen1, Optional.empty())), List.of());

    assertThat(plan(begun, silent(HOST_1), xen1).steps())
        .extracting(Step::manner, Step::cost)
        .containsExactly(tuple(Manner.PLAIN, Cost.NONE));
  }

  @Test
  void another_image_or_address_is_not_put_on_a_host_that_lives() {
    BareHost other = machine("xen1", HOST_1, "xen-new");
    assertThat(plan(deployed(xen1), up(HOST_1, 100), other).steps()).isEmpty();
    assertThat(plan(deployed(xen1), up(HOST_1, 100), other).findings())
        .extracting(Finding::message)
        .containsExactly(
            "xen1 keeps image xen-base: to put xen-new on it costs everything that lies on its"
                + " disk.");

    BareHost moved = machine("xen1", HOST_2, "xen-base");
    Plan plan =
        planner().plan(site(List.of(moved)), deployed(xen1), found(up(HOST_1, 9), silent(HOST_2)));
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(FindingKind.NOT_POSSIBLE);
  }

  @Test
  void a_host_is_let_go_when_its_vms_have_left_it() {
    Vm vm1 = vm("vm1", HOST_1);
    Vm vm2 = vm("vm2", HOST_1);

    Plan plan =
        planner()
            .plan(
                site(List.of(), vm1.at(HOST_2)),
                new Undertaken(deployed(xen1).hosts(), known(vm1, vm2).vms()),
                found(up(HOST_1, 9, runs(vm1), runs(vm2)), up(HOST_2, 900)));

    assertThat(plan.findStep(RETIRE).orElseThrow().waitsFor())
        .containsExactly(new StepId("migrate-vm:vm1"), new StepId("retire-vm:vm2"));
    assertThat(plan.summary()).isEqualTo("1 move, 1 retire, 1 host retire");
  }

  @Test
  void a_host_that_somebody_stays_on_is_not_let_go() {
    Vm stranger = vm("stranger", HOST_1);
    Plan withStranger = without(List.of(), up(HOST_1, 9, runs(stranger)));
    assertThat(withStranger.steps()).isEmpty();
    assertThat(withStranger.findings())
        .extracting(Finding::message)
        .containsExactly("xen1 is not let go: stranger would still be there.");

    Vm vm1 = vm("vm1", HOST_1);
    assertThat(without(List.of(vm1), up(HOST_1, 9, runs(vm1))).findStep(RETIRE)).isEmpty();
    assertThat(without(List.of(vm1), silent(HOST_1)).findStep(RETIRE)).isEmpty();
    assertThat(without(List.of(), silent(HOST_1)).findStep(RETIRE)).isPresent();
  }

  @Test
  void a_host_that_came_with_too_little_memory_is_told() {
    Plan plan =
        planner()
            .plan(
                site(List.of(xen1), vm("vm1", HOST_1), vm("vm2", HOST_1)),
                nothing(),
                found(silent(HOST_1)));

    assertThat(HostFooting.findShortage(plan, (HostFound.Up) up(HOST_1, 208), 8)).isEmpty();
    assertThat(HostFooting.findShortage(plan, (HostFound.Up) up(HOST_1, 207), 8))
        .hasValue("192.168.5.101 has 207 MiB of the 208 MiB that its VMs need");
  }

  @Test
  void a_step_for_a_machine_rests_on_its_silence_and_on_nobody_being_there() {
    HostStep deployment = (HostStep) plan(nothing(), silent(HOST_1), xen1).steps().get(0);
    assertThat(HostFooting.findChange(deployment, found(silent(HOST_1)))).isEmpty();
    assertThat(HostFooting.findChange(deployment, found(up(HOST_1, 9))))
        .hasValue("xen1 did not answer when it was planned, and does now as a Xen host");

    HostStep letGo = (HostStep) without(List.of(), up(HOST_1, 9)).steps().get(0);
    assertThat(HostFooting.findChange(letGo, found(up(HOST_1, 9)))).isEmpty();
    assertThat(HostFooting.findChange(letGo, found(up(HOST_1, 9, runs(vm("vm1", HOST_1))))))
        .hasValue("'vm1' is on xen1 now");
  }

  @Test
  void what_rests_on_a_host_to_come_holds_when_it_is_there_and_empty() {
    Observation planned = found(silent(HOST_1));
    Plan plan = planner().plan(site(List.of(xen1), vm("vm1", HOST_1)), nothing(), planned);
    Footing there = new Footing(plan.promising(planned), found(up(HOST_1, 2000)), uuid -> false);

    assertThat(there.findChange(plan.vmSteps().get(0), true)).isEmpty();
  }

  private Plan plan(Undertaken last, HostFound found, BareHost machine) {
    return planner().plan(site(List.of(machine)), last, found(found));
  }

  /** The file does not name the machine any more. */
  private Plan without(List<Vm> vms, HostFound found) {
    return planner()
        .plan(
            site(List.of(), vms.toArray(Vm[]::new)),
            new Undertaken(deployed(xen1).hosts(), known(vms.toArray(Vm[]::new)).vms()),
            found(found));
  }

  private static Undertaken nothing() {
    return new Undertaken(List.of());
  }

  private static Undertaken deployed(BareHost machine) {
    return new Undertaken(
        List.of(new UndertakenHost(SET, machine, Optional.of(machine.image()))), List.of());
  }

  private static Site site(List<BareHost> machines, Vm... vms) {
    return new Site(List.of(new VmSet(SET, Optional.empty(), machines, Arrays.asList(vms))));
  }

  private static BareHost machine(String name, HostAddress address, String image) {
    return new BareHost(
        new HostName(name),
        new ImageName(image),
        address,
        new MacAddress("00:16:3E:00:00:05"),
        Addressing.STATIC,
        TransferMethod.AUTO,
        new PowerControl.Manual());
  }
}
