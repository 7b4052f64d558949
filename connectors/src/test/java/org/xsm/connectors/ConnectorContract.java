package org.xsm.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/**
 * What every connector owes: a command given twice, under one operation id or two, by one manager
 * or two, leaves the world as given once; a check changes nothing. Judged by what the hosts say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConnectorContract {
  static final int MEMORY = 96;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir static Path home;

  private final UUID uuid = UUID.randomUUID();
  private final VmName vm = new VmName("contract-" + uuid.toString().substring(0, 8));
  private Manager first;
  private Manager second;

  /** The settings of the managers. */
  abstract String[] settings();

  /** Two hosts that guests can be migrated between. */
  abstract List<HostAddress> hosts();

  /** What the guest config has beside name, UUID, memory and VCPUs. */
  abstract String guest();

  @BeforeAll
  void start() {
    first = Manager.in(home, settings());
    second = Manager.in(home, settings());
  }

  @AfterEach
  void clear() {
    for (HostAddress host : hosts()) {
      first.end(new Command.DestroyVm(target(host)));
      first.end(new Command.RemoveConfig(target(host)));
    }
  }

  @AfterAll
  void stop() {
    second.close();
    first.close();
  }

  private HostAddress host() {
    return hosts().get(0);
  }

  private HostAddress other() {
    return hosts().get(1);
  }

  private Target target(HostAddress host) {
    return new Target(new OperationId("contract." + UUID.randomUUID()), host, vm, uuid);
  }

  private Target target() {
    return target(host());
  }

  private String config() {
    return """
        name = "%s"
        uuid = "%s"
        memory = %d
        maxmem = 128
        vcpus = 1
        maxvcpus = 2
        %s
        """
        .formatted(vm, uuid, MEMORY, guest());
  }

  /** Carries it out until it has ended, and again by the other manager under the same id. */
  private void twice(Command command) {
    done(first.end(command));
    List<Domain> once = everywhere();
    done(second.end(command));
    assertThat(everywhere()).as("after the same command again").isEqualTo(once);
  }

  private static String done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).receipt();
  }

  private List<Domain> everywhere() {
    return hosts().stream().flatMap(host -> on(host).stream()).toList();
  }

  /** The VM's domains on a host. */
  private List<Domain> on(HostAddress host) {
    HostFound found = first.observe(host);
    assertThat(found).isInstanceOf(HostFound.Up.class);
    return ((HostFound.Up) found)
        .domains().stream().filter(each -> each.uuid().filter(uuid::equals).isPresent()).toList();
  }

  private void create() {
    done(first.end(new Command.WriteConfig(target(), config())));
    done(first.end(new Command.CreateVm(target())));
    done(first.end(new Command.CheckRunning(target())));
  }

  /** Real guests need a while before they listen. */
  private void awaitGuest() {
    await().atMost(LONGEST).until(() -> on(host()).stream().allMatch(each -> each.vcpus() == 1));
  }

  @Test
  void a_guest_config_written_twice_lies_there_once_and_is_removed_once() {
    twice(new Command.WriteConfig(target(), config()));
    assertThat(done(first.end(new Command.WriteConfig(target(), config())))).contains("already");
    twice(new Command.RemoveConfig(target()));
    twice(new Command.RemoveConfig(target()));
  }

  @Test
  void a_vm_created_twice_is_there_once() {
    done(first.end(new Command.WriteConfig(target(), config())));
    twice(new Command.CreateVm(target()));
    int id = on(host()).get(0).id();
    twice(new Command.CreateVm(target()));
    assertThat(on(host())).singleElement().extracting(Domain::id).isEqualTo(id);
    twice(new Command.CheckRunning(target()));
  }

  @Test
  void a_vm_created_by_two_managers_at_once_is_there_once() throws Exception {
    done(first.end(new Command.WriteConfig(target(), config())));
    Command one = new Command.CreateVm(target());
    Command same = new Command.CreateVm(target());
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (Manager manager : List.of(first, second)) {
      Stream.of(one, same)
          .map(command -> CompletableFuture.supplyAsync(() -> manager.end(command)))
          .forEach(answers::add);
    }
    for (CompletableFuture<Outcome> answer : answers) {
      done(answer.get());
    }
    assertThat(on(host())).hasSize(1);
  }

  @Test
  void a_creation_asked_for_again_when_its_vm_has_gone_creates_none_and_says_so() {
    done(first.end(new Command.WriteConfig(target(), config())));
    Command create = new Command.CreateVm(target());
    done(first.end(create));
    done(first.end(new Command.DestroyVm(target())));
    for (Manager manager : List.of(first, second)) {
      assertThat(manager.end(create))
          .isInstanceOfSatisfying(
              Outcome.Trouble.class,
              gone -> assertThat(gone.kind()).isEqualTo(TroubleKind.VM_GONE));
    }
    assertThat(everywhere()).isEmpty();
  }

  @Test
  void vcpus_set_twice_are_set_once() {
    create();
    awaitGuest();
    twice(new Command.SetVcpus(target(), 2));
    assertThat(on(host())).singleElement().extracting(Domain::vcpus).isEqualTo(2);
    assertThat(done(first.end(new Command.SetVcpus(target(), 2)))).contains("already");
    twice(new Command.SetVcpus(target(), 1));
    assertThat(on(host())).singleElement().extracting(Domain::vcpus).isEqualTo(1);
  }

  @Test
  void memory_set_twice_is_set_once() {
    create();
    awaitGuest();
    twice(new Command.SetMemory(target(), 128));
    assertThat(on(host())).singleElement().extracting(Domain::memory).isEqualTo(128);
    assertThat(done(first.end(new Command.SetMemory(target(), 128)))).contains("already");
    twice(new Command.SetMemory(target(), MEMORY));
    assertThat(on(host())).singleElement().extracting(Domain::memory).isEqualTo(MEMORY);
  }

  @Test
  void a_vm_migrated_twice_arrives_once_and_goes_back() {
    create();
    awaitGuest();
    twice(new Command.CheckMigration(target(), other(), MEMORY));
    twice(new Command.MigrateVm(target(), other(), MEMORY));
    assertThat(on(host())).isEmpty();
    assertThat(on(other())).singleElement().extracting(Domain::name).isEqualTo(vm.value());
    assertThat(done(second.end(new Command.MigrateVm(target(), other(), MEMORY))))
        .contains("there already");
    twice(new Command.MigrateVm(target(other()), host(), MEMORY));
    assertThat(on(other())).isEmpty();
    assertThat(on(host())).hasSize(1);
  }

  @Test
  void a_vm_migrated_by_two_managers_at_once_arrives_once() throws Exception {
    create();
    awaitGuest();
    Command migrate = new Command.MigrateVm(target(), other(), MEMORY);
    CompletableFuture<Outcome> one = CompletableFuture.supplyAsync(() -> first.end(migrate));
    CompletableFuture<Outcome> two = CompletableFuture.supplyAsync(() -> second.end(migrate));
    done(one.get());
    done(two.get());
    assertThat(on(host())).isEmpty();
    assertThat(on(other())).hasSize(1);
  }

  @Test
  void a_vm_shut_down_twice_is_gone_and_can_be_created_again() {
    create();
    awaitGuest();
    twice(new Command.ShutDownVm(target()));
    twice(new Command.ShutDownVm(target()));
    assertThat(everywhere()).isEmpty();
    twice(new Command.CreateVm(target()));
    assertThat(on(host())).hasSize(1);
  }

  @Test
  void a_vm_destroyed_twice_is_gone_and_can_be_created_again() {
    create();
    twice(new Command.DestroyVm(target()));
    twice(new Command.DestroyVm(target()));
    assertThat(everywhere()).isEmpty();
    twice(new Command.CreateVm(target()));
    twice(new Command.DestroyVm(target()));
    assertThat(everywhere()).isEmpty();
  }
}
