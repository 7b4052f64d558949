package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xsm.connectors.xen.Outcomes.receipt;
import static org.xsm.connectors.xen.Outcomes.trouble;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/** Checking and ending VMs on a host behind a real OpenSSH server. */
class EndingTest {
  @RegisterExtension static final XenLab lab = new XenLab();

  @Test
  void a_vm_runs_is_being_built_or_is_gone() throws Exception {
    Target target = lab.target("vm1");
    Command check = new Command.CheckRunning(target);

    assertThat(trouble(lab.manager.carryOut(check)).kind()).isEqualTo(TroubleKind.VM_GONE);
    lab.addDomain(3, "vm1 " + target.uuid() + " 0 --p---");
    assertThat(lab.manager.carryOut(check)).isInstanceOf(Outcome.InProgress.class);
    lab.addDomain(3, "vm1 " + target.uuid() + " 96 ------");
    assertThat(receipt(lab.manager.carryOut(check))).contains("domain 3 'vm1' is running");
    lab.addDomain(3, "vm1 " + target.uuid() + " 96 --psc-");
    assertThat(trouble(lab.manager.carryOut(check)).text()).contains("crashed");
  }

  @Test
  void a_vm_is_asked_once_to_shut_down_and_awaited() throws Exception {
    lab.manager.create(lab.target("vm1"));
    lab.set("shutdown-seconds", "1");
    Command shutDown = new Command.ShutDownVm(lab.target("vm1"));

    assertThat(lab.manager.carryOut(shutDown)).isInstanceOf(Outcome.InProgress.class);
    await().until(() -> lab.manager.carryOut(shutDown) instanceof Outcome.Done);

    assertThat(lab.effects()).containsOnlyOnce("shutdown 1");
  }

  @Test
  void a_vm_that_is_not_there_has_shut_down_and_is_destroyed() {
    assertThat(lab.manager.carryOut(new Command.ShutDownVm(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(lab.manager.carryOut(new Command.DestroyVm(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(lab.effects()).isEmpty();
  }

  @Test
  void a_preserved_domain_is_still_in_progress_of_shutting_down() throws Exception {
    Target target = lab.target("vm1");
    lab.addDomain(5, "vm1 " + target.uuid() + " 96 ---s--");
    lab.set("shutdown-seconds", "60");

    assertThat(lab.manager.carryOut(new Command.ShutDownVm(target)))
        .isInstanceOf(Outcome.InProgress.class);
  }

  @Test
  void every_domain_of_the_vm_is_destroyed_and_no_other() throws Exception {
    Target target = lab.target("vm1");
    lab.addDomain(5, "vm1 " + target.uuid() + " 96 r-----");
    lab.addDomain(6, "vm1 " + UUID.randomUUID() + " 96 r-----");
    lab.addDomain(7, "vm1--migratedaway " + target.uuid() + " 96 --pss-");

    assertThat(receipt(lab.manager.carryOut(new Command.DestroyVm(target))))
        .contains("vm1", "xl destroy, exit code 0");

    assertThat(lab.effects()).containsExactly("destroy 5", "destroy 7");
  }

  @Test
  void a_command_that_was_held_up_meets_no_domain_that_came_later() throws Exception {
    Target target = lab.target("vm1");
    String uuid = target.uuid().toString();
    lab.addDomain(5, "vm1 " + uuid + " 96 r-----");

    assertThat(lab.manager.act(target, Act.SHUT_DOWN, uuid, "4")).containsExactly("others", "5");
    assertThat(lab.manager.act(lab.target("vm1"), Act.DESTROY, uuid, "30", "4"))
        .containsExactly("others", "5");

    assertThat(lab.effects()).isEmpty();
    assertThat(lab.domains()).containsExactly("5");
  }
}
