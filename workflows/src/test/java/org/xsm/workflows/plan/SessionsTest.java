package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.workflows.plan.Worlds.SET;
import static org.xsm.workflows.plan.Worlds.found;
import static org.xsm.workflows.plan.Worlds.planner;
import static org.xsm.workflows.plan.Worlds.silent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TransferMethod;
import org.xsm.workflows.site.VmSet;

/** Which machines get their image together. */
class SessionsTest {
  private final List<BareHost> machines = new ArrayList<>();

  private SessionsTest with(int number, String image, TransferMethod method) {
    IntStream.range(0, number).forEach(more -> machines.add(machine(image, method)));
    return this;
  }

  private BareHost machine(String image, TransferMethod method) {
    int number = machines.size() + 1;
    return new BareHost(
        new HostName("xen" + number),
        new ImageName(image),
        new HostAddress("192.168.5." + number),
        new MacAddress("00:16:3E:00:00:%02X".formatted(number)),
        Addressing.STATIC,
        method,
        new PowerControl.Manual());
  }

  private Plan plan(TransferChoice choice) {
    Planner planner =
        new Planner(Worlds.IDENTITY, planner().templates(), PlanningRules.DEFAULT, choice);
    return planner.plan(
        new Site(List.of(new VmSet(SET, Optional.empty(), machines, List.of()))),
        new Undertaken(List.of()),
        found(machines.stream().map(each -> silent(each.address())).toArray(HostFound[]::new)));
  }

  private static HostStep step(Plan plan, int number) {
    return (HostStep) plan.findStep(new StepId("deploy-host:xen" + number)).orElseThrow();
  }

  @Test
  void one_machine_that_leaves_it_to_us_is_served_by_unicast() {
    HostStep alone =
        step(with(1, "xen-base", TransferMethod.AUTO).plan(TransferChoice.MEASURED), 1);

    assertThat(alone.session()).isEmpty();
    assertThat(alone.transfer().method()).isEqualTo(TransferMethod.UNICAST);
    assertThat(alone.reason()).endsWith("; the image comes by unicast");
  }

  @Test
  void several_machines_with_one_image_join_one_session() {
    with(2, "xen-base", TransferMethod.AUTO).with(1, "xen-old", TransferMethod.AUTO);
    with(2, "xen-base", TransferMethod.MULTICAST).with(1, "xen-base", TransferMethod.UNICAST);
    Plan plan = plan(TransferChoice.MEASURED);

    assertThat(step(plan, 1).session())
        .contains(
            new ImageSession(
                "xen-base.multicast", new ImageName("xen-base"), TransferMethod.MULTICAST, 4))
        .isEqualTo(step(plan, 2).session())
        .isEqualTo(step(plan, 5).session());
    assertThat(step(plan, 1).reason()).endsWith("; the image comes with 3 others by multicast");
    assertThat(step(plan, 3).session()).isEmpty();
    assertThat(step(plan, 6).session()).isEmpty();
  }

  @Test
  void multicast_and_broadcast_are_two_sessions() {
    with(1, "xen-base", TransferMethod.BROADCAST).with(2, "xen-base", TransferMethod.MULTICAST);
    Plan plan = plan(TransferChoice.MEASURED);

    assertThat(step(plan, 1).session().orElseThrow().machines()).isOne();
    assertThat(step(plan, 1).reason()).endsWith("; the image comes by broadcast");
    assertThat(step(plan, 2).session().orElseThrow().machines()).isEqualTo(2);
  }

  @Test
  void the_choice_is_asked_about_the_machines_that_leave_it_to_us_alone() {
    with(2, "xen-base", TransferMethod.AUTO).with(3, "xen-base", TransferMethod.UNICAST);
    List<Integer> asked = new ArrayList<>();
    plan(
        number -> {
          asked.add(number);
          return TransferMethod.BROADCAST;
        });

    assertThat(asked).containsExactly(2);
  }

  @Test
  void an_approval_is_of_the_sessions_too() {
    with(2, "xen-base", TransferMethod.AUTO);
    String together = plan(TransferChoice.MEASURED).digest();

    assertThat(plan(TransferChoice.MEASURED).digest()).isEqualTo(together);
    assertThat(plan(machines -> TransferMethod.UNICAST).digest()).isNotEqualTo(together);
    assertThat(plan(machines -> TransferMethod.BROADCAST).digest()).isNotEqualTo(together);
  }
}
