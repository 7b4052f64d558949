package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;

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

/** VCPUs and memory of running guests, which follow, follow late, or do not. */
class ResizingTest {
  private static final AtomicInteger TESTS = new AtomicInteger();

  @TempDir static Path folder;
  private static Manager manager;

  private final HostAddress address = new HostAddress("10.2.0." + TESTS.incrementAndGet());
  private SimulatedHost host;

  @BeforeAll
  static void start() {
    manager = Manager.in(folder, "xsm.simulated.create-time=0s", "xsm.hosts.guest-limit=2s");
  }

  @AfterAll
  static void stop() {
    manager.close();
  }

  @BeforeEach
  void create() throws IOException {
    host = manager.host(address);
    String config =
        "uuid = \"%s\"\n%s"
            .formatted(
                target().uuid(), Dom0.resource("guests/g1.cfg").replace("\"g1\"", "\"vm1\""));
    manager.end(new Command.WriteConfig(target(), config));
    done(manager.end(new Command.CreateVm(target())));
  }

  private Target target() {
    return Manager.target(address, "vm1");
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

  private SimulatedDomain only() {
    List<SimulatedDomain> domains = host.domains();
    assertThat(domains).hasSize(1);
    return domains.get(0);
  }

  private void xl(String... words) throws IOException, InterruptedException {
    ProcessBuilder xl = new ProcessBuilder("./xl").directory(host.folder().toFile());
    xl.command().addAll(List.of(words));
    assertThat(xl.redirectErrorStream(true).start().waitFor()).isZero();
  }

  @Test
  void a_guest_that_takes_its_time_is_waited_for() {
    host.setTime("follow", Duration.ofMillis(1200));

    assertThat(done(manager.end(new Command.SetMemory(target(), 120))))
        .contains("has 120 MiB, before 96", "xl mem-set, exit code 0");
    assertThat(done(manager.end(new Command.SetVcpus(target(), 2))))
        .contains("has 2 VCPUs, before 1", "xl vcpu-set");
    assertThat(only().memory()).isEqualTo(120);
    assertThat(only().vcpus()).isEqualTo(2);
  }

  @Test
  void a_guest_that_does_not_follow_is_told_with_both_numbers() {
    host.setTime("follow", Duration.ofDays(1));

    assertThat(trouble(manager.end(new Command.SetMemory(target(), 120)), TroubleKind.TIMED_OUT))
        .contains("120 MiB were asked for, 96 are there");
    assertThat(trouble(manager.end(new Command.SetVcpus(target(), 2)), TroubleKind.TIMED_OUT))
        .contains("2 VCPUs were asked for, 1 are there");
    assertThat(host.count("mem-set")).isOne();
  }

  @Test
  void while_it_is_waited_for_what_it_has_is_told() {
    host.setTime("follow", Duration.ofDays(1));
    try (Manager patient = Manager.in(folder, "xsm.hosts.guest-limit=30s")) {
      Command set = new Command.SetMemory(target(), 120);

      assertThat(patient.carryOut(set))
          .isInstanceOfSatisfying(
              Outcome.InProgress.class,
              waiting ->
                  assertThat(waiting.progress()).contains("120 MiB were asked for; it has 96"));
      host.setTime("follow", Duration.ZERO);
      Files.deleteIfExists(host.folder().resolve("xen/domains/" + only().id() + "/following"));
      xl("mem-set", "vm1", "120");
      done(patient.end(set));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void beyond_the_ceiling_nothing_is_tried() {
    assertThat(trouble(manager.end(new Command.SetMemory(target(), 200)), TroubleKind.REFUSED))
        .contains("more than 128 MiB", "Restart it");
    assertThat(trouble(manager.end(new Command.SetVcpus(target(), 3)), TroubleKind.REFUSED))
        .contains("more than 2 VCPUs", "Restart it");
    assertThat(host.count("mem-set") + host.count("vcpu-set")).isZero();
  }

  @Test
  void less_than_a_kernel_needs_is_refused_and_the_guest_lives() {
    assertThat(trouble(manager.end(new Command.SetMemory(target(), 8)), TroubleKind.REFUSED))
        .contains("less than 32 MiB");
    assertThat(only().memory()).isEqualTo(96);
  }

  @Test
  void more_than_the_host_has_is_refused() throws Exception {
    Path settings = host.folder().resolve("xen/settings");
    Files.writeString(settings, Files.readString(settings) + "\ntotal=1143\n");

    assertThat(trouble(manager.end(new Command.SetMemory(target(), 128)), TroubleKind.NO_MEMORY))
        .contains("needs 32 MiB more", "10 MiB free");
  }

  @Test
  void a_guest_with_more_processors_than_the_host_is_no_trouble() throws Exception {
    Path settings = host.folder().resolve("xen/settings");
    Files.writeString(settings, Files.readString(settings) + "\ncpus=1\n");

    done(manager.end(new Command.SetVcpus(target(), 2)));
  }

  @Test
  void a_paused_guest_cannot_follow_and_a_gone_one_is_gone() throws Exception {
    xl("pause", "vm1");
    trouble(manager.end(new Command.SetMemory(target(), 120)), TroubleKind.REFUSED);
    trouble(manager.end(new Command.SetVcpus(target(), 2)), TroubleKind.REFUSED);
    xl("destroy", "vm1");
    trouble(manager.end(new Command.SetMemory(target(), 120)), TroubleKind.VM_GONE);
    trouble(manager.end(new Command.SetVcpus(target(), 2)), TroubleKind.VM_GONE);
  }

  @Test
  void a_tool_that_fails_says_why_and_one_that_was_killed_is_looked_after() {
    host.fail("mem-set", 1, "libxl: error: no luck", 1);
    assertThat(trouble(manager.end(new Command.SetMemory(target(), 120)), TroubleKind.REFUSED))
        .contains("xl mem-set, exit code 1", "no luck");
    host.dieDuring("mem-set", 1);
    trouble(manager.end(new Command.SetMemory(target(), 120)), TroubleKind.INTERRUPTED);
    done(manager.end(new Command.SetMemory(target(), 120)));
  }

  @Test
  void a_target_that_another_has_set_meanwhile_is_set_again() throws Exception {
    host.setTime("follow", Duration.ofDays(1));
    xl("mem-set", "vm1", "120");
    host.setTime("follow", Duration.ZERO);

    done(manager.end(new Command.SetMemory(target(), 96)));
    assertThat(host.effects()).extracting(Effect::verb).filteredOn("mem-set"::equals).hasSize(2);
  }
}
