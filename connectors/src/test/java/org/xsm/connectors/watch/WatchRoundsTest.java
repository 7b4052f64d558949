package org.xsm.connectors.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.connectors.ConnectorsConfiguration;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.site.BareHost;

/** The manager goes the rounds by itself, and installers can report to it. */
class WatchRoundsTest {
  private static final BareHost XEN5 = Machines.xen(5, "127.0.0.1");
  private static final String LEASE =
      "Nov 22 12:29:04 dnsmasq-dhcp[20609]: 72 DHCPACK(br0) 127.0.0.1 00:16:3e:00:00:05 xen5\n";

  @TempDir Path folder;
  private Path log;
  private int port;

  @BeforeEach
  void furnish() throws Exception {
    log = Files.createFile(folder.resolve("dnsmasq.log"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  private ApplicationContextRunner manager(String mode) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
        .withUserConfiguration(ConnectorsConfiguration.class)
        .withBean(Home.class, () -> new Home(folder.resolve("home")))
        .withBean(Clock.class, Clock::systemUTC)
        .withPropertyValues(
            "xsm.hosts.mode=" + mode,
            "xsm.boot.watch.interval=100ms",
            "xsm.boot.watch.dhcp-log=" + log,
            "xsm.boot.watch.tftp-log=",
            "xsm.boot.watch.rsync-log=",
            "xsm.boot.watch.monitor-address=127.0.0.1",
            "xsm.boot.watch.monitor-port=" + port);
  }

  private void report(String words) throws Exception {
    try (Socket installer = new Socket(InetAddress.getLoopbackAddress(), port)) {
      installer.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void reaches(MachineWatch watch, Stage stage) {
    await().untilAsserted(() -> assertThat(watch.look(XEN5).stage()).contains(stage));
  }

  @Test
  void machines_are_watched_while_the_manager_runs() {
    manager("real")
        .run(
            context -> {
              MachineWatch watch = context.getBean(MachineWatch.class);
              watch.begin(new MachineTarget(new OperationId("run.xen5"), XEN5));
              Files.writeString(log, LEASE, StandardOpenOption.APPEND);
              reaches(watch, Stage.DHCP_LEASE);
              report("mac=00.16.3E.00.00.05:ip=127.0.0.1:status=0\n");
              reaches(watch, Stage.INSTALLER);
            });
    manager("real").run(context -> reaches(context.getBean(MachineWatch.class), Stage.INSTALLER));
  }

  @Test
  void a_port_that_is_taken_is_named_at_the_start() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      manager("real")
          .run(
              context ->
                  assertThat(context).getFailure().rootCause().isInstanceOf(BindException.class));
    }
  }

  @Test
  void the_simulated_site_opens_no_port_and_reads_no_log() {
    manager("simulated")
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(WatchRounds.class);
              try (ServerSocket free =
                  new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.isBound()).isTrue();
              }
            });
  }
}
