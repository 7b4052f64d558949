package org.xsm.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.PooledSshComponent;
import org.xsm.connectors.ssh.RealDoors;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.HostObserver;
import org.xsm.workflows.site.HostAddress;

class ConnectorsConfigurationTest {
  private static final HostAddress HOST = new HostAddress("192.168.5.101");

  @TempDir Path home;

  private ApplicationContextRunner real(String... settings) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
        .withUserConfiguration(ConnectorsConfiguration.class)
        .withBean(Home.class, () -> new Home(home))
        .withPropertyValues("xsm.hosts.mode=real")
        .withPropertyValues(settings);
  }

  @Test
  void the_column_offers_its_ports_and_takes_the_place_of_camels_ssh() {
    real()
        .run(
            context -> {
              assertThat(context).hasSingleBean(Connector.class);
              assertThat(context).hasSingleBean(HostObserver.class);
              assertThat(context).getBean(Doors.class).isInstanceOf(RealDoors.class);
              assertThat(context.getBean(CamelContext.class).getComponent("ssh"))
                  .isInstanceOf(PooledSshComponent.class);
            });
  }

  @Test
  void without_settings_a_host_is_reached_as_root_with_a_key_that_is_made_at_start() {
    real()
        .run(
            context -> {
              assertThat(context.getBean(Doors.class).to(HOST))
                  .isEqualTo(
                      new Door(
                          "192.168.5.101",
                          22,
                          "root",
                          home.resolve("ssh/id_ed25519"),
                          home.resolve("ssh/known_hosts"),
                          "192.168.5.101",
                          "/var/lib/xsm"));
              assertThat(Files.readString(home.resolve("ssh/id_ed25519.pub")))
                  .startsWith("ssh-ed25519 ")
                  .endsWith(" xsm\n");
            });
  }

  @Test
  void a_key_that_is_there_is_left() throws Exception {
    Files.createDirectories(home.resolve("ssh"));
    Files.writeString(home.resolve("ssh/id_ed25519"), "mine");

    real()
        .run(
            context ->
                assertThat(Files.readString(home.resolve("ssh/id_ed25519"))).isEqualTo("mine"));
  }

  @Test
  void every_setting_reaches_the_door() {
    real(
            "xsm.ssh.user=xen",
            "xsm.ssh.port=2222",
            "xsm.ssh.identity=" + home.resolve("other key"),
            "xsm.ssh.known-hosts=/etc/ssh/ssh_known_hosts",
            "xsm.ssh.endpoints.192.168.5.102=127.0.0.1:2202",
            "xsm.ssh.endpoints[192.168.5.103]=gate.example:22",
            "xsm.hosts.directory=/srv/xsm")
        .run(
            context -> {
              Doors doors = context.getBean(Doors.class);
              assertThat(doors.to(HOST))
                  .isEqualTo(
                      new Door(
                          "192.168.5.101",
                          2222,
                          "xen",
                          home.resolve("other key"),
                          Path.of("/etc/ssh/ssh_known_hosts"),
                          "[192.168.5.101]:2222",
                          "/srv/xsm"));
              assertThat(doors.to(new HostAddress("192.168.5.102")))
                  .extracting(Door::address, Door::port, Door::knownAs)
                  .containsExactly("127.0.0.1", 2202, "[127.0.0.1]:2202");
              assertThat(doors.to(new HostAddress("192.168.5.103")))
                  .extracting(Door::address, Door::port, Door::knownAs)
                  .containsExactly("gate.example", 22, "gate.example");
            });
  }

  @Test
  void wrong_settings_stop_the_start_and_are_named() {
    for (String wrong :
        List.of(
            "xsm.ssh.user=-oProxyCommand",
            "xsm.ssh.port=70000",
            "xsm.ssh.connect-timeout=0s",
            "xsm.ssh.endpoints.192.168.5.102=nowhere",
            "xsm.ssh.endpoints.xen1=127.0.0.1:22",
            "xsm.hosts.directory=relative",
            "xsm.hosts.command-limit=0s",
            "xsm.hosts.toolstack=virsh")) {
      real(wrong).run(context -> assertThat(context).as(wrong).hasFailed());
    }
  }

  @Test
  void a_host_that_is_not_there_is_unknown() {
    real("xsm.ssh.endpoints.192.168.5.101=127.0.0.1:1")
        .run(
            context -> {
              HostFound found =
                  context.getBean(HostObserver.class).observe(List.of(HOST)).hosts().get(0);
              assertThat(((HostFound.Unknown) found).reason()).contains("cannot be reached");
            });
  }
}
