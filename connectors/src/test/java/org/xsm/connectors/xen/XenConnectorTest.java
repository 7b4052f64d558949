package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/** Every command against a host behind a real OpenSSH server, with a stand-in xl. */
class XenConnectorTest {
  @TempDir static Path folder;
  private static XenLab lab;

  private XenLab.Manager manager;

  @BeforeAll
  static void start() throws Exception {
    lab = XenLab.start(folder);
  }

  @AfterAll
  static void stop() {
    if (lab != null) {
      lab.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    lab.reset();
    manager = lab.manager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_guest_config_is_written_exactly_and_only_for_its_owner() throws Exception {
    Target target = lab.target("vm1");
    String text = "# it's $(id) `id` \\ \"é☃\"\n\nname = 'x'\r\nno newline at the end";

    Outcome outcome = manager.carryOut(new Command.WriteConfig(target, text));

    Path file = Path.of(lab.directory(), "guests/vm1.cfg");
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(file.getParent()).isDirectoryContaining("glob:**/vm1.cfg");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_guest_config_that_lies_there_already_is_left() {
    Target target = lab.target("vm1");
    manager.carryOut(new Command.WriteConfig(target, "one\n"));

    assertThat(receipt(manager.carryOut(new Command.WriteConfig(target, "one\n"))))
        .contains("already", "vm1", "192.168.5.101");
    assertThat(receipt(manager.carryOut(new Command.WriteConfig(target, "two\n"))))
        .contains("written");
  }

  @Test
  void an_empty_guest_config_is_written_too() {
    assertThat(manager.carryOut(new Command.WriteConfig(lab.target("vm1"), "")))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_directory_that_cannot_be_written_is_told_with_the_setting_to_change() throws Exception {
    Files.writeString(Path.of(lab.directory()), "a file in the way");

    Outcome.Trouble trouble =
        trouble(manager.carryOut(new Command.WriteConfig(lab.target("vm1"), "text")));

    assertThat(trouble.kind()).isEqualTo(TroubleKind.REFUSED);
    assertThat(trouble.text()).contains(lab.directory(), "xsm.hosts.directory", "mkdir");
    assertThat(trouble(manager.carryOut(new Command.CreateVm(lab.target("vm1")))).text())
        .contains("xsm.hosts.directory");
  }

  @Test
  void creating_a_vm_makes_one_domain_and_says_which() {
    Outcome outcome = create(lab.target("vm1"));

    assertThat(receipt(outcome))
        .contains("Created vm1 on 192.168.5.101 as domain 1", "exit code 0");
    assertThat(creates()).hasSize(1);
  }

  @Test
  void the_same_operation_again_gives_the_same_answer_and_no_effect() {
    Target target = lab.target("vm1");

    Outcome first = create(target);

    assertThat(manager.carryOut(new Command.CreateVm(target))).isEqualTo(first);
    assertThat(creates()).hasSize(1);
  }

  @Test
  void another_operation_finds_the_vm_there() {
    create(lab.target("vm1"));

    assertThat(receipt(manager.carryOut(new Command.CreateVm(lab.target("vm1")))))
        .contains("already as domain 1", "nothing was created");
    assertThat(creates()).hasSize(1);
  }

  @Test
  void a_host_whose_xl_list_has_no_uuids_is_looked_at_through_its_json() throws Exception {
    lab.set("no-verbose", "");

    assertThat(receipt(create(lab.target("vm1")))).contains("as domain 1");
    assertThat(receipt(create(lab.target("vm1")))).contains("already as domain 1");
    assertThat(manager.carryOut(new Command.CheckRunning(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(receipt(manager.carryOut(new Command.DestroyVm(lab.target("vm1")))))
        .contains("xl destroy, exit code 0");
  }

  @Test
  void the_stand_in_itself_would_create_a_vm_twice() throws Exception {
    Target target = lab.target("vm1");
    manager.carryOut(new Command.WriteConfig(target, XenLab.config(target)));
    lab.set("create-early", "1");

    manager.ssh.run(
        "for i in 1 2; do xl create '" + lab.directory() + "/guests/vm1.cfg' & done; wait");

    assertThat(creates()).hasSize(2);
  }

  @Test
  void two_managers_that_create_the_same_vm_at_the_same_moment_create_it_once() throws Exception {
    Target one = lab.target("vm1");
    Target other = lab.target("vm1");
    lab.set("create-early", "0.5");
    lab.set("create-seconds", "0.5");
    manager.carryOut(new Command.WriteConfig(one, XenLab.config(one)));

    try (XenLab.Manager second = lab.manager()) {
      var first = CompletableFuture.supplyAsync(() -> manager.carryOut(new Command.CreateVm(one)));
      var answer = second.carryOut(new Command.CreateVm(other));

      assertThat(List.of(first.join(), answer)).allMatch(Outcome.Done.class::isInstance);
    }
    assertThat(creates()).hasSize(1);
  }

  @Test
  void two_managers_under_the_same_operation_id_create_it_once() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "0.5");
    manager.carryOut(new Command.WriteConfig(target, XenLab.config(target)));

    try (XenLab.Manager second = lab.manager()) {
      var first =
          CompletableFuture.supplyAsync(() -> manager.carryOut(new Command.CreateVm(target)));
      var answer = second.carryOut(new Command.CreateVm(target));

      assertThat(answer).isEqualTo(first.join()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(creates()).hasSize(1);
  }

  @Test
  void a_connection_that_breaks_under_a_creation_does_no_harm() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-seconds", "1");
    var answer = CompletableFuture.supplyAsync(() -> create(target));
    await().until(() -> creates().size() == 1);

    lab.server.cutConnections();

    assertThat(receipt(answer.join())).contains("Created vm1");
    assertThat(creates()).hasSize(1);
  }

  @Test
  void a_creation_outlives_its_manager_and_is_found_by_the_next() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "1");
    var lost = CompletableFuture.runAsync(() -> create(target));
    await().until(() -> creates().size() == 1);

    manager.close();
    manager = lab.manager();

    assertThat(receipt(manager.carryOut(new Command.CreateVm(target)))).contains("Created vm1");
    assertThat(manager.carryOut(new Command.CreateVm(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(creates()).hasSize(1);
    lost.cancel(true);
  }

  @Test
  void a_long_creation_is_in_progress_until_it_is_done() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-seconds", "2.5");
    manager.close();
    manager = lab.manager(Duration.ofSeconds(1));

    assertThat(create(target)).isInstanceOf(Outcome.InProgress.class);
    await().until(() -> manager.carryOut(new Command.CreateVm(target)) instanceof Outcome.Done);
    assertThat(creates()).hasSize(1);
  }

  @Test
  void a_creation_whose_process_was_killed_is_interrupted() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "30");
    manager.close();
    manager = lab.manager(Duration.ofSeconds(1));
    assertThat(create(target)).isInstanceOf(Outcome.InProgress.class);

    killWorker(target);

    Outcome.Trouble trouble = trouble(manager.carryOut(new Command.CreateVm(target)));
    assertThat(trouble.kind()).isEqualTo(TroubleKind.INTERRUPTED);
    assertThat(trouble.text()).contains("vm1", "cut off", "no domain with its UUID");
  }

  @Test
  void a_creation_whose_process_was_killed_after_its_effect_is_done() throws Exception {
    Target target = lab.target("vm1");
    lab.set("create-early", "30");
    manager.close();
    manager = lab.manager(Duration.ofSeconds(1));
    assertThat(create(target)).isInstanceOf(Outcome.InProgress.class);

    killWorker(target);
    lab.addDomain(7, "vm1 " + target.uuid() + " 96 -b----");

    assertThat(receipt(manager.carryOut(new Command.CreateVm(target)))).contains("runs");
  }

  @Test
  void a_name_that_somebody_else_bears_is_taken() throws Exception {
    lab.addDomain(4, "vm1 " + UUID.randomUUID() + " 96 r-----");

    Outcome.Trouble trouble = trouble(create(lab.target("vm1")));

    assertThat(trouble.kind()).isEqualTo(TroubleKind.NAME_TAKEN);
    assertThat(creates()).isEmpty();
  }

  @Test
  void a_name_that_is_the_same_number_written_otherwise_is_another_name() throws Exception {
    lab.addDomain(4, "1000 " + UUID.randomUUID() + " 96 r-----");

    assertThat(create(lab.target("1e3"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_guest_config_that_is_missing_or_another_vms_is_a_bad_config() {
    Target target = lab.target("vm1");

    assertThat(trouble(manager.carryOut(new Command.CreateVm(target))).kind())
        .isEqualTo(TroubleKind.BAD_CONFIG);

    Target other = lab.target("vm1", UUID.randomUUID());
    manager.carryOut(new Command.WriteConfig(other, XenLab.config(target)));
    assertThat(trouble(manager.carryOut(new Command.CreateVm(other))).text())
        .contains("has not the VM's UUID");
    assertThat(creates()).isEmpty();
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

    Outcome.Trouble trouble = trouble(create(lab.target("vm1")));

    assertThat(trouble.kind()).isEqualTo(kind);
    assertThat(trouble.text())
        .contains("Creating vm1 on 192.168.5.101", "exit code " + real.exit(), cause);
  }

  @Test
  void a_vm_runs_is_being_built_or_is_gone() throws Exception {
    Target target = lab.target("vm1");
    Command check = new Command.CheckRunning(target);

    assertThat(trouble(manager.carryOut(check)).kind()).isEqualTo(TroubleKind.VM_GONE);
    lab.addDomain(3, "vm1 " + target.uuid() + " 0 --p---");
    assertThat(manager.carryOut(check)).isInstanceOf(Outcome.InProgress.class);
    lab.addDomain(3, "vm1 " + target.uuid() + " 96 ------");
    assertThat(receipt(manager.carryOut(check))).contains("domain 3 'vm1' is running");
    lab.addDomain(3, "vm1 " + target.uuid() + " 96 --psc-");
    assertThat(trouble(manager.carryOut(check)).text()).contains("crashed");
  }

  @Test
  void a_vm_is_asked_once_to_shut_down_and_awaited() throws Exception {
    create(lab.target("vm1"));
    lab.set("shutdown-seconds", "1");
    Command shutDown = new Command.ShutDownVm(lab.target("vm1"));

    assertThat(manager.carryOut(shutDown)).isInstanceOf(Outcome.InProgress.class);
    await().until(() -> manager.carryOut(shutDown) instanceof Outcome.Done);

    assertThat(lab.effects()).containsOnlyOnce("shutdown 1");
  }

  @Test
  void a_vm_that_is_not_there_has_shut_down_and_is_destroyed() {
    assertThat(manager.carryOut(new Command.ShutDownVm(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(manager.carryOut(new Command.DestroyVm(lab.target("vm1"))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(lab.effects()).isEmpty();
  }

  @Test
  void a_preserved_domain_is_still_in_progress_of_shutting_down() throws Exception {
    Target target = lab.target("vm1");
    lab.addDomain(5, "vm1 " + target.uuid() + " 96 ---s--");
    lab.set("shutdown-seconds", "60");

    assertThat(manager.carryOut(new Command.ShutDownVm(target)))
        .isInstanceOf(Outcome.InProgress.class);
  }

  @Test
  void every_domain_of_the_vm_is_destroyed_and_no_other() throws Exception {
    Target target = lab.target("vm1");
    lab.addDomain(5, "vm1 " + target.uuid() + " 96 r-----");
    lab.addDomain(6, "vm1 " + UUID.randomUUID() + " 96 r-----");
    lab.addDomain(7, "vm1--migratedaway " + target.uuid() + " 96 --pss-");

    assertThat(receipt(manager.carryOut(new Command.DestroyVm(target))))
        .contains("vm1", "xl destroy, exit code 0");

    assertThat(lab.effects()).containsExactly("destroy 5", "destroy 7");
  }

  @Test
  void a_removed_guest_config_takes_the_operations_along() {
    Target target = lab.target("vm1");
    create(target);
    create(lab.target("vm2"));

    Outcome outcome = manager.carryOut(new Command.RemoveConfig(target));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(Path.of(lab.directory(), "guests/vm1.cfg")).doesNotExist();
    assertThat(Path.of(lab.directory(), "operations", target.operation().value())).doesNotExist();
    assertThat(Path.of(lab.directory(), "operations")).isNotEmptyDirectory();
    assertThat(manager.carryOut(new Command.RemoveConfig(target))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void another_vms_guest_config_is_left() {
    Target target = lab.target("vm1");
    create(target);

    assertThat(
            receipt(
                manager.carryOut(new Command.RemoveConfig(lab.target("vm1", UUID.randomUUID())))))
        .contains("left");
    assertThat(Path.of(lab.directory(), "guests/vm1.cfg")).exists();
  }

  private Outcome create(Target target) {
    manager.carryOut(new Command.WriteConfig(target, XenLab.config(target)));
    return manager.carryOut(new Command.CreateVm(target));
  }

  private static List<String> creates() {
    return lab.effects().stream().filter(line -> line.startsWith("create ")).toList();
  }

  /** Kills the operation's processes, and what they run. */
  private static void killWorker(Target target) {
    ProcessHandle.allProcesses()
        .filter(process -> isOf(target, process))
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isOf(Target target, ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(word -> word.endsWith("/operations/" + target.operation()));
  }

  private static String receipt(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).receipt();
  }

  private static Outcome.Trouble trouble(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Trouble.class);
    return (Outcome.Trouble) outcome;
  }
}
