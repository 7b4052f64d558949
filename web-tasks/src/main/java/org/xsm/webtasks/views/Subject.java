package org.xsm.webtasks.views;

import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.Vm;

/**
 * What a step is about, a VM or a machine, as tables of steps show it.
 *
 * @param name of the VM or the machine
 * @param made of what it is made: its template, or its image
 * @param size {@code 96 MiB}, or how an image reaches a machine
 * @param more {@code 4 VCPU}; for a machine, with how many it gets its image together
 * @param guestConfig the guest config that the step writes; empty for none
 */
public record Subject(
    String name, String made, String size, String more, String mac, String ip, String guestConfig) {
  static Subject of(Step step) {
    return step instanceof HostStep ofMachine ? of(ofMachine) : of((VmStep) step);
  }

  private static Subject of(VmStep step) {
    Vm vm = step.vm();
    return new Subject(
        step.target(),
        vm.template().value(),
        vm.memory() + " MiB",
        vm.vcpus() + " VCPU",
        vm.mac().value(),
        vm.ip().text(),
        step.guestConfig());
  }

  private static Subject of(HostStep step) {
    BareHost machine = step.machine();
    return new Subject(
        step.target(),
        machine.image().value(),
        step.transfer().method().label(),
        step.session().map(session -> session.machines() + " together").orElse(""),
        machine.mac().value(),
        machine.addressing().name(),
        "");
  }
}
