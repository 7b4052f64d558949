package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xsm.connectors.xen.Outcomes.receipt;
import static org.xsm.connectors.xen.Outcomes.trouble;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/** Creating VMs, exactly once, on a host behind a real OpenSSH server. */
class CreationTest {
  @RegisterExtension static final XenLab lab = new XenLab();

  @Test
  void creating_a_vm_makes_one_domain_and_says_which() {
    Outcome outcome = lab.manager.create(lab.target("vm1"));

    assertThat(receipt(outcome))
        .contains("Created vm1 on 192.168.5.101 as domain 1", "exit code 0");
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void the_same_operation_again_gives_the_same_answer_and_no_effect() {
    Target target = lab.target("vm1");

    Outcome first = lab.manager.create(target);

    assertThat(lab.manager.carryOut(new Command.CreateVm(target))).isEqualTo(first);
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void another_operation_finds_the_vm_there() {
    lab.manager.create(lab.target("vm1"));

    assertThat(receipt(lab.manager.carryOut(new Command.CreateVm(lab.target("vm1")))))
        .contains("already as domain 1", "nothing was created");
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void a_host_whose_xl_list_has_no_uuids_is_looked_at_through_its_json() throws Exception {
    lab.set("no-verbose", "");

    assertThat(receipt(lab.manager.create(lab.target("vm1")))).contains("as domain 1");
    assertThat(receipt(lab.manager.create(lab.target("vm1")))).contains("already as domain 1");
    assertThat(lab.manager.carryOut(new Command.CheckRunning(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(receipt(lab.manager.carryOut(new Command.DestroyVm(lab.target("vm1")))))
        .contains("xl destroy, exit code 0");
  }

  @Test
  void the_stand_in_itself_would_create_a_vm_twice() throws Exception {
    Target target = lab.target("vm1");
    lab.manager.carryOut(new Command.WriteConfig(target, XenLab.config(target)));
    lab.set("create-early", "1");

    lab.manager.ssh.run(
        "for i in 1 2; do xl create '" + lab.directory() + "/guests/vm1.cfg' & done; wait");

    assertThat(lab.creates()).hasSize(2);
  }

  @Test
  void two_managers_that_create_the_same_vm_at_the_same_moment_create_it_once() throws Exception {
    Target one = lab.target("vm1");
    Target other = lab.target("vm1");
    lab.set("create-early", "0.5");
    lab.set("create-seconds", "0.5");
    lab.manager.carryOut(new Command.WriteConfig(one, XenLab.config(one)));

    try (XenLab.Manager second =
        lab.manager(XenLab.limits(Duration.ofSeconds(20), Duration.ofSeconds(20)))) {
      var first =
          CompletableFuture.supplyAsync(() -> lab.manager.carryOut(new Command.CreateVm(one)));
      var answer = second.carryOut(new Command.CreateVm(other));

      assertThat(List.of(first.join(), answer)).allMatch(Outcome.Done.class::isInstance);
    }
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void two_managers_under_the_same_operation_id_create_it_once() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "0.5");
    lab.manager.carryOut(new Command.WriteConfig(target, XenLab.config(target)));

    try (XenLab.Manager second =
        lab.manager(XenLab.limits(Duration.ofSeconds(20), Duration.ofSeconds(20)))) {
      var first =
          CompletableFuture.supplyAsync(() -> lab.manager.carryOut(new Command.CreateVm(target)));
      var answer = second.carryOut(new Command.CreateVm(target));

      assertThat(answer).isEqualTo(first.join()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void a_connection_that_breaks_under_a_creation_does_no_harm() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-seconds", "1");
    var answer = CompletableFuture.supplyAsync(() -> lab.manager.create(target));
    await().until(() -> lab.creates().size() == 1);

    lab.server.cutConnections();

    assertThat(receipt(answer.join())).contains("Created vm1");
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void a_creation_outlives_its_manager_and_is_found_by_the_next() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "1");
    var lost = CompletableFuture.runAsync(() -> lab.manager.create(target));
    await().until(() -> lab.creates().size() == 1);

    lab.restartManager(Duration.ofSeconds(20));

    assertThat(receipt(lab.manager.carryOut(new Command.CreateVm(target)))).contains("Created vm1");
    assertThat(lab.manager.carryOut(new Command.CreateVm(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(lab.creates()).hasSize(1);
    lost.cancel(true);
  }

  @Test
  void a_long_creation_is_in_progress_until_it_is_done() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-seconds", "2.5");
    lab.restartManager(Duration.ofSeconds(1));

    assertThat(lab.manager.create(target)).isInstanceOf(Outcome.InProgress.class);
    await().until(() -> lab.manager.carryOut(new Command.CreateVm(target)) instanceof Outcome.Done);
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void a_creation_whose_process_was_killed_is_interrupted() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "30");
    lab.restartManager(Duration.ofSeconds(1));
    assertThat(lab.manager.create(target)).isInstanceOf(Outcome.InProgress.class);

    lab.killOperation(target);

    Outcome.Trouble trouble = trouble(lab.manager.carryOut(new Command.CreateVm(target)));
    assertThat(trouble.kind()).isEqualTo(TroubleKind.INTERRUPTED);
    assertThat(trouble.text()).contains("vm1", "cut off", "no domain with its UUID");
  }

  @Test
  void a_creation_whose_process_was_killed_after_its_effect_is_done() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "30");
    lab.restartManager(Duration.ofSeconds(1));
    assertThat(lab.manager.create(target)).isInstanceOf(Outcome.InProgress.class);

    lab.killOperation(target);
    lab.addDomain(7, "vm1 " + target.uuid() + " 96 -b----");

    assertThat(receipt(lab.manager.carryOut(new Command.CreateVm(target)))).contains("runs");
  }

  /** Leaves what a create leaves that is killed while it builds. */
  private Target halfBuilt() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-seconds", "30");
    lab.restartManager(Duration.ofSeconds(1));
    assertThat(lab.manager.create(target)).isInstanceOf(Outcome.InProgress.class);
    await().until(() -> !lab.domains().isEmpty());
    lab.killOperation(target);
    lab.unset("create-seconds");
    lab.restartManager(Duration.ofSeconds(20));
    return target;
  }

  @Test
  void what_a_killed_creation_has_left_half_built_is_ended_and_the_vm_created_anew()
      throws Exception {
    Target target = halfBuilt();
    assertThat(trouble(lab.manager.carryOut(new Command.CreateVm(target))).kind())
        .isEqualTo(TroubleKind.INTERRUPTED);

    assertThat(receipt(lab.manager.create(lab.target("vm1"))))
        .contains("as domain 2", "half-built (domain 1) was ended first");
    assertThat(lab.domains()).containsExactly("2");
    assertThat(receipt(lab.manager.create(lab.target("vm1")))).contains("already as domain 2");
    assertThat(lab.effects()).filteredOn(line -> line.startsWith("destroy")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"vm1, 128.4", "vm1--incoming, 0.0"})
  void a_domain_that_has_run_or_is_being_sent_here_is_never_ended(String name, String time)
      throws Exception {
    Target target = halfBuilt();
    lab.addDomain(1, name + " " + target.uuid() + " 96 --p--- " + time);

    Outcome.Trouble trouble = trouble(lab.manager.create(lab.target("vm1")));

    assertThat(trouble.kind()).isEqualTo(TroubleKind.UNCLEAR);
    assertThat(trouble.text())
        .contains("domain 1", "paused", time + " s of CPU time", "Nothing was changed");
    assertThat(lab.domains()).containsExactly("1");
  }

  @Test
  void a_paused_domain_that_no_creation_of_ours_has_left_is_never_ended() throws Exception {
    Target target = lab.target("vm1");
    lab.addDomain(1, "vm1 " + target.uuid() + " 96 --p--- 0.0");

    assertThat(trouble(lab.manager.create(target)).kind()).isEqualTo(TroubleKind.UNCLEAR);
    assertThat(lab.domains()).containsExactly("1");
  }

  @Test
  void a_domain_that_an_xl_without_operation_still_builds_is_awaited() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-seconds", "6");
    lab.restartManager(Duration.ofSeconds(1));
    assertThat(lab.manager.create(target)).isInstanceOf(Outcome.InProgress.class);
    await().until(() -> !lab.domains().isEmpty());

    lab.orphanXl(target);
    lab.restartManager(Duration.ofSeconds(20));

    assertThat(receipt(lab.manager.create(lab.target("vm1")))).contains("already as domain 1");
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void a_creation_that_is_asked_for_again_when_its_vm_has_gone_creates_no_second()
      throws Exception {
    Target target = lab.target("vm1");
    lab.manager.create(target);
    lab.manager.carryOut(new Command.DestroyVm(lab.target("vm1")));

    Outcome.Trouble trouble = trouble(lab.manager.carryOut(new Command.CreateVm(target)));

    assertThat(trouble.kind()).isEqualTo(TroubleKind.VM_GONE);
    assertThat(trouble.text()).contains("not there any more", "Nothing was created again");
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void an_xl_that_lost_its_operation_is_awaited_and_not_repeated() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "6");
    lab.restartManager(Duration.ofSeconds(1));
    assertThat(lab.manager.create(target)).isInstanceOf(Outcome.InProgress.class);

    lab.orphanXl(target);
    lab.restartManager(Duration.ofSeconds(20));

    assertThat(receipt(lab.manager.create(lab.target("vm1")))).contains("already as domain 1");
    assertThat(lab.creates()).hasSize(1);
  }

  @Test
  void a_name_that_somebody_else_bears_is_taken() throws Exception {
    lab.addDomain(4, "vm1 " + UUID.randomUUID() + " 96 r-----");

    Outcome.Trouble trouble = trouble(lab.manager.create(lab.target("vm1")));

    assertThat(trouble.kind()).isEqualTo(TroubleKind.NAME_TAKEN);
    assertThat(lab.creates()).isEmpty();
  }

  @Test
  void a_name_that_is_the_same_number_written_otherwise_is_another_name() throws Exception {
    lab.addDomain(4, "1000 " + UUID.randomUUID() + " 96 r-----");

    assertThat(lab.manager.create(lab.target("1e3"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_guest_config_that_is_missing_or_another_vms_is_a_bad_config() {
    Target target = lab.target("vm1");

    assertThat(trouble(lab.manager.carryOut(new Command.CreateVm(target))).kind())
        .isEqualTo(TroubleKind.BAD_CONFIG);

    Target other = lab.target("vm1", UUID.randomUUID());
    lab.manager.carryOut(new Command.WriteConfig(other, XenLab.config(target)));
    assertThat(trouble(lab.manager.carryOut(new Command.CreateVm(other))).text())
        .contains("has not the VM's UUID");
    assertThat(lab.creates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "b12-create-same-name, NAME_TAKEN, already exists",
    "b16-create-too-much-memory, NO_MEMORY, can't allocate low memory",
    "b18-create-missing-kernel, BAD_CONFIG, failed to open file",
    "b20-create-missing-config, BAD_CONFIG, Failed to read config file",
    "b21-create-syntax-error, BAD_CONFIG, config parsing error",
    "b23-create-missing-bridge, BAD_CONFIG, Could not find bridge device nobr",
  })
  void a_failed_creation_tells_its_cause(String name, TroubleKind kind, String cause)
      throws Exception {
    Fixture real = Fixture.of(name);
    lab.set("create-error", real.errors());
    lab.set("create-exit", Integer.toString(real.exit()));

    Outcome.Trouble trouble = trouble(lab.manager.create(lab.target("vm1")));

    assertThat(trouble.kind()).isEqualTo(kind);
    assertThat(trouble.text())
        .contains("Creating vm1 on 192.168.5.101", "exit code " + real.exit(), cause);
  }
}
