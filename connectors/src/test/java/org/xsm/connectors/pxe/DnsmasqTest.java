package org.xsm.connectors.pxe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Tool;
import org.xsm.connectors.pxe.DhcpClient.Offer;
import org.xsm.workflows.site.BareHost;

/** The real dnsmasq on the loopback interface, asked as a DHCP relay asks. */
class DnsmasqTest {
  private static final int PORT = 10067;
  private static final DhcpClient CLIENT = new DhcpClient("127.0.0.1", "127.0.0.2", PORT);
  private static final BareHost XEN5 = Machines.xen(5, "127.0.0.105");
  private static final String MAC = "00:16:3e:00:00:05";

  @TempDir Path folder;
  private Process server;
  private Dnsmasq dnsmasq;

  @BeforeEach
  void start() throws Exception {
    String program = Tool.find("/usr/sbin/dnsmasq");
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "DHCP needs root");
    Files.createDirectories(folder.resolve("hosts"));
    Files.deleteIfExists(folder.resolve("pid"));
    Files.writeString(
        folder.resolve("conf"),
        """
        port=0
        interface=lo
        bind-interfaces
        user=%1$s
        pid-file=%2$s/pid
        dhcp-leasefile=%2$s/leases
        dhcp-alternate-port=%3$d,10068
        dhcp-authoritative
        dhcp-range=127.0.0.0,static,255.255.255.0,2m
        dhcp-ignore=tag:!known
        dhcp-hostsdir=%2$s/hosts
        log-facility=%2$s/log
        """
            .formatted(System.getProperty("user.name"), folder, PORT));
    server = new ProcessBuilder(program, "-k", "-C", "" + folder.resolve("conf")).start();
    await().until(() -> Files.exists(folder.resolve("pid")));
    dnsmasq =
        new Dnsmasq(new BootServer(new LocalShell(Duration.ofSeconds(20))), settings("hosts"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.destroyForcibly();
    }
  }

  private DhcpSettings settings(String hosts) {
    return new DhcpSettings(
        DhcpSettings.Server.DNSMASQ,
        folder.resolve(hosts).toString(),
        folder.resolve("pid").toString(),
        "/none",
        "/none",
        List.of("false"));
  }

  private void gives(String mac, Offer offer) {
    await().until(() -> CLIENT.ask(mac).equals(Optional.of(offer)));
  }

  private void givesNothing(String mac) throws Exception {
    assertThat(CLIENT.ask(mac)).isEmpty();
  }

  @Test
  void a_machine_gets_its_address_and_name_once_it_is_reserved() throws Exception {
    givesNothing(MAC);

    assertThat(dnsmasq.reserve(XEN5).receipt())
        .contains("127.0.0.105", "00:16:3E:00:00:05", "xen5", "was written");
    gives(MAC, new Offer("127.0.0.105", "xen5"));
    assertThat(dnsmasq.reserve(XEN5).receipt()).contains("was there already");

    gives(MAC, new Offer("127.0.0.105", "xen5"));
    givesNothing("00:16:3e:00:00:06");
  }

  @Test
  void a_machine_that_is_released_gets_nothing_any_more() throws Exception {
    dnsmasq.reserve(XEN5);
    gives(MAC, new Offer("127.0.0.105", "xen5"));

    assertThat(dnsmasq.release(XEN5).receipt()).contains("was removed");

    givesNothing(MAC);
    assertThat(dnsmasq.release(XEN5).receipt()).contains("was not there");
  }

  @Test
  void a_machine_of_another_name_takes_over_the_address_of_one_that_is_released() throws Exception {
    dnsmasq.reserve(XEN5);
    dnsmasq.release(XEN5);
    dnsmasq.reserve(Machines.named("renamed", MAC, "127.0.0.105"));
    gives(MAC, new Offer("127.0.0.105", "renamed"));
  }

  @Test
  void a_signal_that_a_killed_manager_did_not_send_is_made_up_for() throws Exception {
    dnsmasq.reserve(XEN5);
    Files.delete(folder.resolve("hosts/xsm-xen5"));
    gives(MAC, new Offer("127.0.0.105", "xen5"));

    dnsmasq.release(XEN5);

    givesNothing(MAC);
  }

  @Test
  void an_address_or_a_card_that_another_file_names_is_refused() {
    assertThatThrownBy(
            () -> {
              dnsmasq.reserve(XEN5);
              dnsmasq.reserve(Machines.xen(6, "127.0.0.105"));
            })
        .isInstanceOf(MachineTrouble.class)
        .hasMessageContainingAll("127.0.0.105", "xsm-xen5");
    assertThatThrownBy(() -> dnsmasq.reserve(Machines.named("xen7", MAC, "127.0.0.107")))
        .hasMessageContainingAll("00:16:3E:00:00:05", "xsm-xen5");
  }

  @Test
  void an_address_that_begins_like_another_is_not_that_one() throws Exception {
    dnsmasq.reserve(Machines.xen(5, "127.0.0.10"));
    dnsmasq.reserve(Machines.xen(6, "127.0.0.101"));
    gives("00:16:3e:00:00:06", new Offer("127.0.0.101", "xen6"));
  }

  @Test
  void it_is_not_told_to_read_a_file_on_which_it_would_die() throws Exception {
    Files.writeString(
        folder.resolve("hosts/theirs"), "02:00:00:00:00:01,set:local,127.0.0.9,theirs\n");
    assertThatThrownBy(() -> dnsmasq.reserve(XEN5))
        .isInstanceOf(MachineTrouble.class)
        .hasMessageContainingAll("set:", "hosts/theirs");
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void one_that_does_not_run_is_trouble_and_the_next_try_makes_it_good() throws Exception {
    server.destroyForcibly().waitFor();
    assertThatThrownBy(() -> dnsmasq.reserve(XEN5)).hasMessageContaining("does not run");
    assertThat(folder.resolve("hosts/xsm-xen5")).exists();

    start();

    dnsmasq.reserve(XEN5);
    gives(MAC, new Offer("127.0.0.105", "xen5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5a", "1d2h", "0x5", "set", "net", "id", "tag", "known", "a-b", "99w9"})
  void a_name_that_looks_like_something_else_is_given_as_a_name(String name) throws Exception {
    dnsmasq.reserve(Machines.named(name, MAC, "127.0.0.105"));
    gives(MAC, new Offer("127.0.0.105", name));
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    BootServer here = new BootServer(new LocalShell(Duration.ofSeconds(20)));
    assertThatThrownBy(() -> new Dnsmasq(here, settings("nowhere")).reserve(XEN5))
        .hasMessageContainingAll("nowhere", "dhcp-hostsdir");
  }

  @Test
  void two_hundred_machines_at_once_are_all_known() throws Exception {
    for (int number = 1; number <= 200; number++) {
      String line = Dnsmasq.line(Machines.xen(number, "127.0.0." + (number + 20)));
      Files.writeString(folder.resolve("hosts/xsm-xen" + number), line);
    }
    dnsmasq.reserve(Machines.xen(200, "127.0.0.220"));
    gives("00:16:3e:00:00:c8", new Offer("127.0.0.220", "xen200"));
    gives("00:16:3e:00:00:01", new Offer("127.0.0.21", "xen1"));
  }
}
