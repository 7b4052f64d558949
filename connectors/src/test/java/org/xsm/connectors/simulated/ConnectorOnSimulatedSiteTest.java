package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.xsm.connectors.ConnectorsConfiguration;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/**
 * The manager's own connector, as it is wired, on the simulated site: what a run does to a host.
 */
class ConnectorOnSimulatedSiteTest {
  private static final HostAddress HOST = new HostAddress("192.168.5.101");
  private static final UUID VM = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

  @TempDir Path folder;

  private interface Trial {
    void on(Connector connector, SimulatedHost host, HostObserver observer) throws Exception;
  }

  private void manager(Trial trial) {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
        .withBean(Home.class, () -> new Home(folder))
        .withBean(Clock.class, Clock::systemUTC)
        .withUserConfiguration(ConnectorsConfiguration.class)
        .run(context -> run(trial, context));
  }

  private static void run(Trial trial, ApplicationContext manager) throws Exception {
    SimulatedHost host = manager.getBean(SimulatedSite.class).host(HOST);
    host.setTime("create", Duration.ofMillis(200));
    host.setTime("shutdown", Duration.ofMillis(200));
    trial.on(manager.getBean(Connector.class), host, manager.getBean(HostObserver.class));
  }

  private static Target target(String operation) {
    return new Target(new OperationId(operation), HOST, new VmName("g1"), VM);
  }

  private static Command config(String operation) throws IOException {
    String text = Dom0.resource("guests/g1.cfg") + "uuid = \"" + VM + "\"\n";
    return new Command.WriteConfig(target(operation), text);
  }

  /** Asks until it is no longer under way. */
  private static Outcome end(Connector connector, Command command) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> connector.carryOut(command), outcome -> !(outcome instanceof Outcome.InProgress));
  }

  @Test
  void a_vm_is_created_observed_shut_down_and_gone() {
    manager(
        (connector, host, observer) -> {
          Stream<Command> up =
              Stream.of(
                  config("o1"),
                  new Command.CreateVm(target("o2")),
                  new Command.CheckRunning(target("o3")));
          assertThat(up.map(command -> end(connector, command)))
              .allMatch(Outcome.Done.class::isInstance);
          assertThat(host.domains()).extracting(SimulatedDomain::uuid).containsExactly(VM);
          HostFound found = observer.observe(List.of(HOST)).find(HOST).orElseThrow();
          assertThat(found.toString()).contains("g1").contains(VM.toString());
          Stream<Command> down =
              Stream.of(
                  new Command.ShutDownVm(target("o4")), new Command.RemoveConfig(target("o5")));
          assertThat(down.map(command -> end(connector, command)))
              .allMatch(Outcome.Done.class::isInstance);
          assertThat(host.domains()).isEmpty();
          assertThat(host.effects())
              .extracting(Effect::verb)
              .containsExactly("create-begin", "create", "shutdown", "ended");
        });
  }

  @Test
  void a_guest_that_boots_has_the_vcpus_that_it_was_given() {
    manager(
        (connector, host, observer) -> {
          host.setTime("boot", Duration.ofMinutes(5));
          String text = Dom0.resource("guests/g1.cfg").replaceAll("(?m)^vcpus.*$", "vcpus = 2");
          String config = text + "uuid = \"" + VM + "\"\n";
          end(connector, new Command.WriteConfig(target("o1"), config));
          end(connector, new Command.CreateVm(target("o2")));
          assertThat(host.domains()).extracting(SimulatedDomain::vcpus).containsExactly(1);
          HostFound found = observer.observe(List.of(HOST)).find(HOST).orElseThrow();
          assertThat(((HostFound.Up) found).domains())
              .singleElement()
              .extracting(Domain::vcpus)
              .isEqualTo(2);
        });
  }

  @Test
  void two_creates_at_the_same_moment_have_one_effect() {
    manager(
        (connector, host, observer) -> {
          end(connector, config("o1"));
          List<CompletableFuture<Outcome>> both =
              Stream.of("o2", "o3")
                  .map(id -> new Command.CreateVm(target(id)))
                  .map(create -> CompletableFuture.supplyAsync(() -> end(connector, create)))
                  .toList();
          for (CompletableFuture<Outcome> each : both) {
            assertThat(each.get()).isInstanceOf(Outcome.Done.class);
          }
          assertThat(host.count("create")).isOne();
        });
  }

  @Test
  void a_host_that_refuses_is_unreachable_and_unknown() {
    manager(
        (connector, host, observer) -> {
          host.refuse();
          assertThat(connector.carryOut(new Command.CreateVm(target("o1"))))
              .isInstanceOfSatisfying(
                  Outcome.Trouble.class,
                  trouble -> assertThat(trouble.kind()).isEqualTo(TroubleKind.UNREACHABLE));
          assertThat(observer.observe(List.of(HOST)).find(HOST).orElseThrow())
              .isInstanceOf(HostFound.Unknown.class);
        });
  }

  @Test
  void a_create_without_memory_says_so() {
    manager(
        (connector, host, observer) -> {
          String text = Dom0.resource("guests/g1.cfg").replaceAll("(?m)^m.*mem.*$", "");
          String large = text + "memory = 99999\nuuid = \"" + VM + "\"\n";
          end(connector, new Command.WriteConfig(target("o1"), large));
          assertThat(end(connector, new Command.CreateVm(target("o2"))))
              .isInstanceOfSatisfying(
                  Outcome.Trouble.class,
                  trouble -> assertThat(trouble.kind()).isEqualTo(TroubleKind.NO_MEMORY));
          assertThat(host.domains()).isEmpty();
        });
  }

  @Test
  void what_a_killed_xl_leaves_is_not_taken_for_a_running_vm() {
    manager(
        (connector, host, observer) -> {
          end(connector, config("o1"));
          host.dieDuring("create", 1);
          assertThat(end(connector, new Command.CreateVm(target("o2"))))
              .isInstanceOf(Outcome.Trouble.class);
          assertThat(host.domains()).hasSize(1).allMatch(domain -> domain.memory() == 0);
        });
  }
}
