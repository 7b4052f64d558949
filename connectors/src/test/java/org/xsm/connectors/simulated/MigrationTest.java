package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.Manager;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/** Migrations on the simulated site, with everything that can go wrong with one. */
class MigrationTest {
  private static final AtomicInteger TESTS = new AtomicInteger();
  private static final int MEMORY = 96;

  @TempDir static Path folder;
  private static Manager manager;

  private final String vm = "vm" + TESTS.incrementAndGet();
  private final HostAddress from = new HostAddress("10.1." + TESTS.get() + ".1");
  private final HostAddress to = new HostAddress("10.1." + TESTS.get() + ".2");
  private SimulatedHost source;
  private SimulatedHost target;

  @BeforeAll
  static void start() {
    manager = Manager.in(folder, "xsm.simulated.create-time=0s", "xsm.simulated.migrate-time=3s");
  }

  @AfterAll
  static void stop() {
    manager.close();
  }

  @BeforeEach
  void create() throws IOException {
    source = manager.host(from);
    target = manager.host(to);
    done(manager.end(new Command.WriteConfig(target(), config())));
    done(manager.end(new Command.CreateVm(target())));
  }

  private Target target() {
    return Manager.target(from, vm);
  }

  private String config() {
    return """
        name = "%s"
        uuid = "%s"
        kernel = "/boot/guest"
        memory = %d
        maxmem = 128
        disk = [ 'phy:/dev/vg/%s,xvda,w' ]
        vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr7' ]
        """
        .formatted(vm, target().uuid(), MEMORY, vm);
  }

  private Command migrate() {
    return new Command.MigrateVm(target(), to, MEMORY);
  }

  private Command check() {
    return new Command.CheckMigration(target(), to, MEMORY);
  }

  private static String done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).receipt();
  }

  private static String trouble(Outcome outcome, TroubleKind kind) {
    assertThat(outcome).isInstanceOf(Outcome.Trouble.class);
    assertThat(((Outcome.Trouble) outcome).kind()).as(outcome.toString()).isEqualTo(kind);
    return ((Outcome.Trouble) outcome).text();
  }

  private static String progress(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.InProgress.class);
    return ((Outcome.InProgress) outcome).progress();
  }

  private void assertAtHome() {
    assertThat(source.domains())
        .singleElement()
        .matches(domain -> domain.name().equals(vm) && domain.memory() == MEMORY);
    assertThat(target.domains()).noneMatch(domain -> domain.uuid().equals(target().uuid()));
  }

  private void assertArrived() {
    assertThat(source.domains()).isEmpty();
    assertThat(target.domains())
        .singleElement()
        .matches(domain -> domain.name().equals(vm) && domain.memory() == MEMORY);
  }

  @Test
  void a_guest_goes_from_one_host_to_the_other_once() {
    done(manager.end(check()));
    Command migrate = migrate();

    assertThat(done(manager.end(migrate))).contains("arrived", "xl migrate, exit code 0");
    assertThat(done(manager.end(migrate))).contains("arrived");
    assertThat(done(manager.end(migrate()))).contains("It was there already");

    assertArrived();
    assertThat(source.count("migrate")).isOne();
    assertThat(done(manager.end(check()))).contains("runs there already");
  }

  @Test
  void what_has_been_sent_is_told_and_a_new_manager_finds_it() {
    source.setTime("migrate", Duration.ofSeconds(80));
    Command migrate = migrate();

    assertThat(progress(manager.carryOut(migrate))).contains("is on its way", "of 96 MiB");
    try (Manager second = Manager.in(folder)) {
      assertThat(progress(second.carryOut(migrate))).contains("is on its way");
      done(second.end(migrate));
    }
    assertArrived();
    assertThat(source.count("migrate")).isOne();
  }

  @Test
  void a_name_that_is_taken_there_is_found_before_anything_is_sent() throws IOException {
    Target other = Manager.target(to, "other" + vm);
    Files.writeString(
        target.folder().resolve("other.cfg"),
        config().replace(target().uuid().toString(), other.uuid().toString()));
    run(target, "create", "other.cfg");

    assertThat(trouble(manager.end(check()), TroubleKind.NAME_TAKEN)).contains(to.value(), vm);
    assertThat(trouble(manager.end(migrate()), TroubleKind.NAME_TAKEN)).contains("Nothing was");
    assertThat(source.effects()).extracting(Effect::verb).doesNotContain("migrate");
  }

  private static void run(SimulatedHost host, String... words) {
    assertThat(exitOf(host, words)).isZero();
  }

  private static int exitOf(SimulatedHost host, String... words) {
    try {
      ProcessBuilder xl = new ProcessBuilder("./xl").directory(host.folder().toFile());
      xl.command().addAll(List.of(words));
      xl.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      return xl.start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void too_little_memory_there_is_found_before_and_by_the_tool() throws IOException {
    Path settings = target.folder().resolve("xen/settings");
    Files.writeString(settings, Files.readString(settings) + "\ntotal=1100\n");

    assertThat(trouble(manager.end(check()), TroubleKind.NO_MEMORY)).contains("needs 96 MiB");
    assertThat(trouble(manager.end(migrate()), TroubleKind.NO_MEMORY))
        .contains("populate physmap", "runs on " + from + " as before");
    assertAtHome();
  }

  @Test
  void a_bridge_or_disk_that_is_missing_there_is_found_before_and_by_the_tool() {
    target.lack("xenbr7", "/dev/vg/" + vm);

    assertThat(trouble(manager.end(check()), TroubleKind.BAD_CONFIG))
        .contains("bridge xenbr7", "disk /dev/vg/" + vm);
    assertThat(trouble(manager.end(migrate()), TroubleKind.BAD_CONFIG))
        .contains("Could not find bridge device xenbr7");
    assertAtHome();
  }

  @Test
  void a_paused_guest_is_not_sent() {
    run(source, "pause", vm);

    assertThat(trouble(manager.end(check()), TroubleKind.REFUSED))
        .contains("Unpause it on " + from);
    assertThat(trouble(manager.end(migrate()), TroubleKind.REFUSED)).contains("Unpause it");
    run(source, "unpause", vm);
    done(manager.end(migrate()));
  }

  @Test
  void a_target_that_refuses_is_unreachable_and_the_guest_stays() {
    target.refuse();

    for (Command command : List.of(check(), migrate())) {
      assertThat(trouble(manager.end(command), TroubleKind.UNREACHABLE))
          .contains(to + ": ", "cannot be reached")
          .contains("On " + from + ": domain 1 '" + vm + "' is running");
    }
    target.heal();
    assertAtHome();
    done(manager.end(migrate()));
  }

  @Test
  void a_source_that_cannot_reach_the_target_is_told_how_to() {
    source.fail("migrate", 1, "root@%s: Permission denied (publickey).".formatted(to), 1);

    assertThat(trouble(manager.end(migrate()), TroubleKind.UNREACHABLE))
        .contains("Permission denied", "ssh-copy-id root@" + to);
    assertAtHome();
  }

  @Test
  void a_target_cut_off_in_the_middle_leaves_the_guest_at_home() {
    source.setTime("migrate", Duration.ofSeconds(40));
    Command migrate = migrate();
    assertThat(progress(manager.carryOut(migrate))).contains("MiB");

    target.refuse();
    Outcome outcome = manager.end(migrate);

    assertThat(trouble(outcome, TroubleKind.UNREACHABLE))
        .contains("On " + from + ": domain 1 '" + vm + "' is running");
    target.heal();
    assertThat(trouble(manager.end(migrate), TroubleKind.UNREACHABLE)).contains("Connection reset");
    assertAtHome();
    done(manager.end(migrate()));
  }

  @Test
  void a_half_that_was_left_there_is_taken_away_and_the_next_try_arrives() {
    target.dieDuring("migrate-receive", 1);
    Command first = migrate();

    assertThat(trouble(manager.end(first), TroubleKind.INTERRUPTED)).contains("Broken pipe");
    assertAtHome();
    assertThat(target.effects()).extracting(Effect::verb).contains("destroy");
    done(manager.end(migrate()));
    assertArrived();
  }

  @Test
  void a_half_of_an_earlier_try_is_named_by_the_check_and_then_taken_away() {
    target.dieDuring("migrate-receive", 1);
    assertThat(exitOf(source, "migrate", vm, to.value())).isOne();
    assertThat(target.domains()).hasSize(1);

    await().until(() -> done(manager.end(check())).contains(vm + "--incoming"));
    done(manager.end(migrate()));
    assertArrived();
  }

  @Test
  void killed_in_the_middle_the_guest_stays_and_the_next_try_arrives() {
    source.dieDuring("migrate", 1);

    trouble(manager.end(migrate()), TroubleKind.INTERRUPTED);
    assertAtHome();
    done(manager.end(migrate()));
    assertArrived();
  }

  @Test
  void killed_when_the_guest_had_started_there_its_old_half_is_taken_away() {
    source.dieWhileMigrating("started");

    assertThat(done(manager.end(migrate()))).contains("arrived");
    assertArrived();
  }

  @Test
  void killed_while_the_guest_ran_nowhere_a_person_is_asked_with_the_evidence() {
    source.dieWhileMigrating("suspended");

    assertThat(trouble(manager.end(migrate()), TroubleKind.UNCLEAR))
        .contains("runs on neither host", from.value(), to.value(), vm + "--incoming", "shut down");
    assertThat(source.domains()).hasSize(1);
    assertThat(target.domains()).hasSize(1);
  }

  @Test
  void a_guest_that_runs_twice_is_left_to_a_person() throws IOException {
    Files.writeString(target.folder().resolve("same.cfg"), config());
    run(target, "create", "same.cfg");

    assertThat(trouble(manager.end(migrate()), TroubleKind.UNCLEAR)).contains("on both hosts");
    trouble(manager.end(check()), TroubleKind.UNCLEAR);
    assertThat(source.domains()).hasSize(1);
    assertThat(target.domains()).hasSize(1);
  }

  @Test
  void a_guest_that_is_nowhere_is_gone() {
    run(source, "destroy", vm);

    trouble(manager.end(migrate()), TroubleKind.VM_GONE);
    trouble(manager.end(check()), TroubleKind.VM_GONE);
  }

  @Test
  void on_a_dead_line_it_is_ended_with_all_that_it_started() {
    source.setTime("migrate", Duration.ofSeconds(600));
    try (Manager hasty = Manager.in(folder, "xsm.hosts.migration-limit=6s")) {
      Command migrate = migrate();
      assertThat(progress(hasty.carryOut(migrate))).contains("MiB");
      target.cut();
      trouble(hasty.end(migrate), TroubleKind.TIMED_OUT);
      assertAtHome();
      assertThat(trouble(hasty.end(migrate()), TroubleKind.UNREACHABLE)).contains("No route");
    }
    target.heal();
    source.setTime("migrate", Duration.ofSeconds(3));
    done(manager.end(migrate()));
    assertArrived();
  }

  @Test
  void its_time_over_it_is_ended_and_the_guest_stays() {
    source.setTime("migrate", Duration.ofSeconds(600));
    try (Manager hasty = Manager.in(folder, "xsm.hosts.migration-limit=2s")) {
      assertThat(trouble(hasty.end(migrate()), TroubleKind.TIMED_OUT)).contains("time was over");
    }
    assertAtHome();
  }
}
