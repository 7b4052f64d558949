package org.xsm.connectors.pxe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.site.BareHost;

/** dhcpd's files and its restarts; the daemon is a stand-in of its name, which only sleeps. */
class DhcpdTest {
  private static final BareHost XEN5 = Machines.xen(5, "192.168.5.105");
  private static final BareHost XEN6 = Machines.xen(6, "192.168.5.106");

  @TempDir Path folder;
  private Dhcpd dhcpd;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectory(folder.resolve("hosts"));
    Files.copy(Path.of("/bin/sleep"), folder.resolve("dhcpd"));
    Files.writeString(
        folder.resolve("restart"),
        """
        #!/bin/sh
        cd %s || exit
        [ ! -e broken ] || { echo 'no such subnet' >&2; exit 1; }
        echo restarted >>restarts
        [ ! -e pid ] || kill "$(cat pid)" 2>/dev/null
        ./dhcpd 60 >/dev/null 2>&1 </dev/null &
        echo $! >pid
        """
            .formatted(folder));
    Files.setPosixFilePermissions(
        folder.resolve("restart"), PosixFilePermissions.fromString("rwxr-xr-x"));
    dhcpd =
        new Dhcpd(
            new BootServer(new LocalShell(Duration.ofSeconds(20))),
            new DhcpSettings(
                DhcpSettings.Server.DHCPD,
                folder.resolve("hosts").toString(),
                folder.resolve("pid").toString(),
                folder.resolve("xsm-hosts.conf").toString(),
                folder.resolve("none.conf").toString(),
                List.of(folder.resolve("restart").toString())));
  }

  @AfterEach
  void stop() throws Exception {
    if (Files.exists(folder.resolve("pid"))) {
      long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private String included() throws Exception {
    return Files.readString(folder.resolve("xsm-hosts.conf"));
  }

  private long restarts() throws Exception {
    Path restarts = folder.resolve("restarts");
    return Files.exists(restarts) ? Files.readAllLines(restarts).size() : 0;
  }

  @Test
  void it_is_restarted_once_with_the_blocks_of_all_machines() throws Exception {
    dhcpd.reserve(XEN5);
    dhcpd.reserve(XEN6);
    assertThat(included())
        .contains(
            """
            host xen5 {
              hardware ethernet 00:16:3e:00:00:05;
              fixed-address 192.168.5.105;
              option host-name "xen5";
            }
            """,
            "host xen6 {");
    assertThat(restarts()).isEqualTo(2);

    dhcpd.reserve(XEN5);

    assertThat(restarts()).isEqualTo(2);
    dhcpd.release(XEN5);
    dhcpd.release(XEN5);
    assertThat(included()).doesNotContain("xen5").contains("host xen6 {");
    assertThat(restarts()).isEqualTo(3);
  }

  @Test
  void a_restart_that_a_killed_manager_did_not_get_to_is_made_up_for() throws Exception {
    dhcpd.reserve(XEN5);
    Files.delete(folder.resolve("hosts/.running"));
    dhcpd.reserve(XEN5);
    assertThat(restarts()).isEqualTo(2);
  }

  @Test
  void one_that_has_died_is_started_again() throws Exception {
    dhcpd.reserve(XEN5);
    stop();
    dhcpd.reserve(XEN5);
    assertThat(restarts()).isEqualTo(2);
  }

  @Test
  void one_that_does_not_start_again_is_trouble_until_it_does() throws Exception {
    Files.writeString(folder.resolve("broken"), "");
    assertThatThrownBy(() -> dhcpd.reserve(XEN5))
        .isInstanceOf(MachineTrouble.class)
        .hasMessageContaining("no such subnet");
    Files.delete(folder.resolve("broken"));
    dhcpd.reserve(XEN5);
    assertThat(included()).contains("host xen5 {");
  }

  @Test
  void an_address_that_another_machine_has_is_refused() {
    assertThatThrownBy(
            () -> {
              dhcpd.reserve(XEN5);
              dhcpd.reserve(Machines.xen(6, "192.168.5.105"));
            })
        .hasMessageContainingAll("192.168.5.105", "xsm-xen5");
  }
}
