package org.xsm.connectors.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.connectors.bootserver.LocalProgram;
import org.xsm.connectors.bootserver.MachineTrouble;

/**
 * Our installer's steps, each by itself in a POSIX shell. What they come to on a machine is shown
 * by {@code engine/src/lab/netboot}.
 */
class InstallerStepsTest {
  private static final Path STEPS = Path.of("src/installer/steps").toAbsolutePath();
  private static final String GOOD =
      "IMAGESERVER=10.77.0.1 MONITOR_SERVER=10.77.0.1 IMAGENAME=lab HOSTNAME=node1 METHOD=unicast";

  @TempDir Path machine;

  @Test
  void takes_what_the_manager_tells_it() throws Exception {
    assertThat(told("quiet " + GOOD + " IPADDR=10.77.0.11 PREFIX=24 BOOTIF=01-52-54-00-aa-00-01"))
        .isEqualTo("10.77.0.1 lab node1 10.77.0.11 24 unicast");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMAGESERVER=10.77.0.1;reboot",
        "IMAGESERVER=--daemon",
        "IMAGESERVER=10.77.0",
        "IMAGENAME=../etc",
        "IMAGENAME=-e",
        "IMAGENAME=$(reboot)",
        "IMAGENAME=a/b",
        "IMAGENAME=",
        "HOSTNAME=*",
        "HOSTNAME=a:status=100",
        "IPADDR=10.77.0.11/24",
        "GATEWAY=::1",
        "PREFIX=33",
        "PREFIX=1e1",
        "METHOD=torrent",
        "METHOD=multicast",
        "METHOD=multicast MULTICAST_PORT=9000x"
      })
  void takes_nothing_that_is_not_what_it_should_be(String word) throws Exception {
    String key = word.substring(0, word.indexOf('='));
    assertThat(told(GOOD + " " + word)).startsWith("failed: " + key.replace("METHOD", "M"));
  }

  @Test
  void a_monitor_that_is_none_is_not_told_anything() throws Exception {
    assertThat(monitor("MONITOR_SERVER=evil.example -e sh " + GOOD)).isEqualTo("10.77.0.1");
    assertThat(monitor(GOOD + " MONITOR_SERVER=-e")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a:status=100, 'a,status=100'", "'x\ny', 'x y'", "ü[2J, [2J"})
  void what_failed_is_one_value_of_a_report(String words, String plain) throws Exception {
    assertThat(run("tell", "plain \"$1\"", words)).isEqualTo(plain);
  }

  @Test
  void a_file_system_of_the_network_stays_in_the_list_and_a_disk_of_another_machine_does_not()
      throws Exception {
    write(
        "etc/fstab",
        "UUID=1-2 / ext4 rw 0 1\n/dev/sdb1 /srv ext4 rw 0 2\nnas:/x /mnt nfs rw 0 0\n");
    run("system", "root_uuid=3-4; swap=0; write_fstab", "");
    assertThat(Files.readString(machine.resolve("etc/fstab")))
        .isEqualTo(
            "# Written by the installer of XSM.\n"
                + "UUID=3-4 / ext4 errors=remount-ro 0 1\nnas:/x /mnt nfs rw 0 0\n");
  }

  @Test
  void a_network_is_written_for_the_daemon_that_the_image_has() throws Exception {
    write("etc/xsm-machine.conf", network("static", "10.77.0.254"));
    write("etc/systemd/network/README", "");
    run("system", "write_network", "");
    assertThat(Files.readString(machine.resolve("etc/systemd/network/20-xsm.network")))
        .endsWith(
            "[Match]\nMACAddress=52:54:00:aa:00:01\n\n"
                + "[Network]\nAddress=10.77.0.11/24\nGateway=10.77.0.254\n");
    write("etc/network/interfaces.d/README", "");
    run("system", "write_network", "");
    assertThat(Files.readString(machine.resolve("etc/network/interfaces.d/xsm")))
        .endsWith("iface lan0 inet static\n    address 10.77.0.11/24\n    gateway 10.77.0.254\n");
  }

  @Test
  void a_strange_word_does_not_reach_the_network_files() throws Exception {
    write("etc/xsm-machine.conf", network("dhcp", "1;reboot"));
    write("etc/systemd/network/README", "");
    assertThat(run("system", "write_network", "")).startsWith("failed: GATEWAY");
  }

  @Test
  void starts_the_newest_kernel_and_below_xen_where_there_is_one() throws Exception {
    for (String file : List.of("vmlinuz-6.1.0-9", "vmlinuz-6.1.0-10", "initrd.img-6.1.0-10")) {
      write("boot/" + file, "");
    }
    run("boot", "root_uuid=3-4; kernel_words=quiet; write_menu", "");
    assertThat(menu())
        .endsWith(
            "KERNEL /boot/vmlinuz-6.1.0-10\n"
                + "APPEND initrd=/boot/initrd.img-6.1.0-10 root=UUID=3-4 ro quiet\n");
    write("boot/xen-4.17-amd64.gz", "");
    run("boot", "cp() { :; }; root_uuid=3-4; xen_words=dom0_mem=1024M; write_menu", "");
    assertThat(menu())
        .endsWith(
            "KERNEL mboot.c32\nAPPEND /boot/xen-4.17-amd64.gz dom0_mem=1024M --- "
                + "/boot/vmlinuz-6.1.0-10 root=UUID=3-4 ro --- /boot/initrd.img-6.1.0-10\n");
  }

  @Test
  void an_image_without_a_kernel_is_said_to_be_one() throws Exception {
    write("boot/README", "");
    assertThat(run("boot", "image=lab; write_menu", ""))
        .isEqualTo("failed: lab has no boot/vmlinuz");
  }

  @Test
  void the_sum_of_the_files_is_the_one_that_its_manual_says() throws Exception {
    write("a b", "1");
    write("etc/hosts", "2");
    write("lost+found/x", "3");
    String manual =
        "find . -path ./lost+found -prune -o -type f -print | sort | while read -r f; do"
            + " echo \"$(stat -c '%a %s' \"$f\") $(sha256sum \"$f\")\"; done | sha256sum | cut -c 1-64";
    assertThat(run("transfer", "sum_of_files", ""))
        .isEqualTo(run("transfer", "cd /target; " + manual, ""))
        .hasSize(64);
  }

  private String told(String line) throws Exception {
    return run(
        "parameters",
        "read_parameters; echo \"$image_server $image $host $address $prefix $method\"",
        line);
  }

  private String monitor(String line) throws Exception {
    return run("parameters", "read_parameters; echo \"$monitor\"", line);
  }

  private String menu() throws IOException {
    return Files.readString(machine.resolve("boot/extlinux/extlinux.conf"));
  }

  private static String network(String addressing, String gateway) {
    return """
        HOSTNAME=node1
        ADDRESSING=%s
        ADDRESS=10.77.0.11
        PREFIX=24
        GATEWAY=%s
        HWADDR=52:54:00:aa:00:01
        """
        .formatted(addressing, gateway);
  }

  private void write(String name, String text) throws IOException {
    Path file = machine.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /**
   * Runs words of a step, where the machine's disk is our folder, its kernel's command line is the
   * line, and who fails says so and ends.
   */
  private String run(String step, String words, String line) throws Exception {
    Files.createDirectories(machine.resolve("boot/extlinux"));
    Path run = Files.createDirectories(machine.resolveSibling(machine.getFileName() + "-run"));
    Path commandLine = Files.writeString(run.resolve("cmdline"), line + "\n");
    String text =
        Files.readString(STEPS.resolve(step + ".sh"))
            .replace("/proc/cmdline", commandLine.toString())
            .replace("/target", machine.toString())
            .replace("/run/", run + "/");
    return shell(FAKES + text + "\n" + words.replace("/target", machine.toString()), line);
  }

  private static final String FAKES =
      """
      fail() { echo "failed: $*"; exit 0; }
      plain() { printf '%s' "$*"; }
      is_number() { case $1 in '' | *[!0-9]*) return 1 ;; esac; }
      """;

  private static String shell(String text, String argument) throws MachineTrouble {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "set -f\n" + text, "xsm", argument));
    return new LocalProgram().run(command, "", Duration.ofSeconds(20)).output().strip();
  }
}
