package org.xsm.connectors;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.connectors.simulated.SimulatedMachines;
import org.xsm.connectors.simulated.SimulatedSite;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/** The connectors of a manager, wired as in the manager itself, with a home of its own. */
public final class Manager implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final ConfigurableApplicationContext context;

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(CamelAutoConfiguration.class)
  @Import(ConnectorsConfiguration.class)
  static class Parts {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  private Manager(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts one.
   *
   * @param settings such as {@code xsm.hosts.mode=real}
   */
  public static Manager in(Path home, String... settings) {
    return new Manager(
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .initializers(
                context ->
                    ((org.springframework.context.support.GenericApplicationContext) context)
                        .registerBean(Home.class, () -> new Home(home)))
            .properties(settings)
            .run());
  }

  public Outcome carryOut(Command command) {
    return context.getBean(Connector.class).carryOut(command);
  }

  /** Asks until it is no longer under way. */
  public Outcome end(Command command) {
    return await()
        .atMost(LONGEST)
        .until(() -> carryOut(command), outcome -> !(outcome instanceof Outcome.InProgress));
  }

  public HostFound observe(HostAddress host) {
    return context.getBean(HostObserver.class).observe(List.of(host)).find(host).orElseThrow();
  }

  public SimulatedHost host(HostAddress host) {
    return context.getBean(SimulatedSite.class).host(host);
  }

  public SimulatedMachines machines() {
    return context.getBean(SimulatedMachines.class);
  }

  /** A VM on a host, under an operation id that was not there before. */
  public static Target target(HostAddress host, String vm) {
    return new Target(
        new OperationId("run." + UUID.randomUUID()),
        host,
        new VmName(vm),
        UUID.nameUUIDFromBytes(vm.getBytes()));
  }

  @Override
  public void close() {
    context.close();
  }
}
