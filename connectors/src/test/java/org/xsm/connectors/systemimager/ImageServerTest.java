package org.xsm.connectors.systemimager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.LocalProgram;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerShell;
import org.xsm.connectors.bootserver.Tool;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.pxe.Machines;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.ssh.SshRequest;
import org.xsm.connectors.systemimager.ImageSettings.Installer;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.TransferMethod;

/** The image server's files as SystemImager 4.3 lays them out. */
class ImageServerTest {
  private static final BareHost XEN5 = Machines.xen(5, "192.168.5.105");

  private static final HostKey KEY =
      new HostKey("-----private-----\nkey\n-----end-----\n", "ssh-ed25519 AAAA xsm@xen5\n");

  @TempDir Path folder;
  private String gmond = "";

  @BeforeEach
  void layOut() throws Exception {
    for (String name : List.of("images/xen-base/etc", "images/web1", "overrides", "scripts")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("scripts/xen-base.master"), "#!/bin/sh\n");
    Files.createDirectories(folder.resolve("etc/rsync_stubs"));
    Files.writeString(folder.resolve("etc/rsync_stubs/10header"), "list = yes\n\n");
    Files.writeString(folder.resolve("etc/rsync_stubs/40old.bak"), "[old]\n");
    Files.writeString(folder.resolve("etc/rsync_stubs/README"), "not a stub\n");
    Files.writeString(
        folder.resolve("etc/flamethrower.conf"),
        "START_FLAMETHROWER_DAEMON = yes\nBROADCAST = off \n[autoinstall_scripts]     \nDIR = x\n");
  }

  private ImageServer server(Installer installer) {
    return new ImageServer(
        new BootServer(new LocalShell(Duration.ofSeconds(20))),
        settings(installer),
        CastSettings.defaults());
  }

  private ImageSettings settings(Installer installer) {
    return new ImageSettings(
        installer,
        folder.toString(),
        folder.resolve("etc").toString(),
        "192.168.5.2",
        "",
        24,
        "192.168.5.1",
        9000,
        gmond);
  }

  private ImageServer systemImager() {
    return server(Installer.SYSTEMIMAGER);
  }

  private TreeMap<String, String> everything() throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        String text =
            Files.isSymbolicLink(path)
                ? "-> " + Files.readSymbolicLink(path)
                : Files.isRegularFile(path) ? Files.readString(path) : "folder";
        all.put(folder.relativize(path).toString(), text);
      }
    }
    return all;
  }

  private static void troubled(TroubleKind kind, ThrowingCallable asked, String... words) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            MachineTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind))
        .hasMessageContainingAll(words);
  }

  @Test
  void a_machine_gets_its_image_once_however_often_it_is_assigned() throws Exception {
    assertThat(systemImager().assign(XEN5, Transfer.UNICAST, KEY).receipt())
        .contains("xen-base", "unicast", "xen5");
    TreeMap<String, String> once = everything();
    assertThat(once)
        .containsEntry("scripts/xen5.sh", "-> xen-base.master")
        .containsEntry("overrides/xen5/etc/hostname", "xen5\n")
        .containsEntry(
            "etc/rsync_stubs/40xen-base", "[xen-base]\n\tpath=" + folder + "/images/xen-base\n\n")
        .containsEntry(
            "etc/rsyncd.conf",
            "list = yes\n\n[xen-base]\n\tpath=" + folder + "/images/xen-base\n\n");
    assertThat(once.get("overrides/xen5/etc/xsm-machine.conf"))
        .contains(
            "HOSTNAME=xen5\nADDRESSING=static\nADDRESS=192.168.5.105\nPREFIX=24\nGATEWAY=192.168.5.1\n");

    systemImager().assign(XEN5, Transfer.UNICAST, KEY);

    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void ganglias_configuration_lies_beside_it_where_there_is_one() throws Exception {
    Path conf = Files.writeString(folder.resolve("my-gmond.conf"), "cluster { name = \"xen\" }\n");
    gmond = conf.toString();
    systemImager().assign(XEN5, Transfer.UNICAST, KEY);
    assertThat(folder.resolve("overrides/xen5/etc/ganglia/gmond.conf"))
        .hasContent("/* Laid here by XSM for xen5. */\ncluster { name = \"xen\" }\n");

    systemImager().withdraw(XEN5);
    assertThat(folder.resolve("overrides/xen5")).doesNotExist();

    Files.delete(conf);
    troubled(
        TroubleKind.BAD_CONFIG,
        () -> systemImager().assign(XEN5, Transfer.UNICAST, KEY),
        conf.toString(),
        "xsm.boot.images.gmond");
  }

  @Test
  void a_configuration_of_ganglia_that_somebody_else_has_laid_there_stays() throws Exception {
    Path theirs = folder.resolve("overrides/xen5/etc/ganglia/gmond.conf");
    Files.createDirectories(theirs.getParent());
    Files.writeString(theirs, "theirs\n");
    systemImager().assign(XEN5, Transfer.UNICAST, KEY);
    systemImager().withdraw(XEN5);
    gmond = Files.writeString(folder.resolve("my-gmond.conf"), "ours\n").toString();

    troubled(
        TroubleKind.NAME_TAKEN,
        () -> systemImager().assign(XEN5, Transfer.UNICAST, KEY),
        theirs.toString());
    assertThat(theirs).hasContent("theirs\n");
  }

  @Test
  void its_host_key_lies_beside_it_and_only_the_image_server_can_read_it() throws Exception {
    systemImager().assign(XEN5, Transfer.UNICAST, KEY);
    Path ssh = folder.resolve("overrides/xen5/etc/ssh");
    assertThat(ssh.resolve("ssh_host_ed25519_key")).hasContent(KEY.privateKey());
    assertThat(mode(ssh.resolve("ssh_host_ed25519_key"))).isEqualTo("rw-------");
    assertThat(ssh.resolve("ssh_host_ed25519_key.pub")).hasContent(KEY.publicKey());
    assertThat(mode(ssh.resolve("ssh_host_ed25519_key.pub"))).isEqualTo("rw-r--r--");
    assertThat(mode(ssh)).isEqualTo("rwxr-xr-x");
    assertThat(mode(ssh.resolveSibling("xsm-machine.conf"))).isEqualTo("rw-r--r--");

    Files.setPosixFilePermissions(
        ssh.resolve("ssh_host_ed25519_key"), PosixFilePermissions.fromString("rw-r--r--"));
    HostKey other = new HostKey("other\n", "ssh-ed25519 BBBB xsm@xen5\n");
    systemImager().assign(XEN5, Transfer.UNICAST, KEY);
    assertThat(mode(ssh.resolve("ssh_host_ed25519_key"))).isEqualTo("rw-------");
    systemImager().assign(XEN5, Transfer.UNICAST, other);
    assertThat(ssh.resolve("ssh_host_ed25519_key")).hasContent("other\n");
    assertThat(ssh.resolve("ssh_host_ed25519_key.pub")).hasContent(other.publicKey());
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void a_host_key_that_somebody_put_there_is_left() throws Exception {
    Path ssh = Files.createDirectories(folder.resolve("overrides/xen5/etc/ssh"));
    Files.writeString(ssh.resolve("ssh_host_ed25519_key"), "theirs\n");
    Files.writeString(ssh.resolve("ssh_host_ed25519_key.pub"), "ssh-ed25519 CCCC root@xen5\n");
    TreeMap<String, String> before = everything();
    troubled(
        TroubleKind.NAME_TAKEN,
        () -> systemImager().assign(XEN5, Transfer.UNICAST, KEY),
        "ssh_host_ed25519_key",
        "not of our making");
    systemImager().withdraw(XEN5);
    assertThat(everything()).containsAllEntriesOf(ofOverrides(before));
  }

  private static Map<String, String> ofOverrides(Map<String, String> all) {
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("overrides"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void neither_command_lines_nor_messages_hold_the_private_key() throws Exception {
    List<String> said = new ArrayList<>();
    ServerShell here = new LocalShell(Duration.ofSeconds(20));
    ServerShell listening =
        new ServerShell() {
          @Override
          public String place() {
            return here.place();
          }

          @Override
          public Said run(List<String> command, String input) throws MachineTrouble {
            Said answer = here.run(command, input);
            said.addAll(command);
            said.add(answer.output());
            said.add(answer.errors());
            return answer;
          }
        };
    ImageServer server =
        new ImageServer(
            new BootServer(listening), settings(Installer.XSM), CastSettings.defaults());
    said.add(server.assign(XEN5, Transfer.UNICAST, KEY).receipt());
    said.add(KEY.toString());
    ShellScript script = new Overrides(settings(Installer.XSM)).assignment(XEN5, KEY);
    said.add(script.toString());
    said.add(new SshRequest("sh", script.input(), Duration.ofSeconds(1)).toString());
    assertThat(said).noneMatch(words -> words.contains("private-----"));
  }

  @Test
  void what_is_the_machines_own_can_be_taken_away_and_images_stay() throws Exception {
    TreeMap<String, String> before = everything();
    systemImager().assign(XEN5, Transfer.UNICAST, KEY);
    systemImager().withdraw(XEN5);
    systemImager().withdraw(XEN5);
    TreeMap<String, String> after = everything();
    after
        .keySet()
        .removeAll(List.of("etc/.xsm.lock", "etc/rsyncd.conf", "etc/rsync_stubs/40xen-base"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void an_image_that_is_not_there_is_trouble_that_names_those_that_are() throws Exception {
    BareHost other = Machines.xen(6, "192.168.5.106");
    Files.move(folder.resolve("images/xen-base"), folder.resolve("images/xen-old"));
    TreeMap<String, String> before = everything();
    troubled(
        TroubleKind.BAD_CONFIG,
        () -> systemImager().assign(other, Transfer.UNICAST, KEY),
        "xen-base",
        "web1, xen-old");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void an_empty_image_is_none() throws Exception {
    Files.delete(folder.resolve("images/xen-base/etc"));
    troubled(
        TroubleKind.BAD_CONFIG,
        () -> systemImager().assign(XEN5, Transfer.UNICAST, KEY),
        "no image xen-base");
  }

  @Test
  void an_image_without_installation_script_serves_our_own_installer_only() throws Exception {
    Files.delete(folder.resolve("scripts/xen-base.master"));
    troubled(
        TroubleKind.BAD_CONFIG,
        () -> systemImager().assign(XEN5, Transfer.UNICAST, KEY),
        "si_mkautoinstallscript");

    server(Installer.XSM).assign(XEN5, Transfer.UNICAST, KEY);

    assertThat(everything())
        .containsKey("overrides/xen5/etc/xsm-machine.conf")
        .doesNotContainKey("scripts/xen5.sh");
  }

  @Test
  void an_image_that_lies_elsewhere_is_served_from_there() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/etc")).getParent();
    Files.move(folder.resolve("images/xen-base"), folder.resolve("images/xen-old"));
    Files.writeString(
        folder.resolve("etc/rsync_stubs/40xen-base"), "[xen-base]\n\tpath=" + elsewhere + "\n\n");
    systemImager().assign(XEN5, Machines.cast(TransferMethod.MULTICAST), KEY);
    assertThat(Files.readString(folder.resolve("etc/rsyncd.conf"))).contains("path=" + elsewhere);
    assertThat(Files.readString(folder.resolve("etc/flamethrower.conf")))
        .endsWith("\n[xen-base]\nDIR = " + elsewhere + "\n");
  }

  @Test
  void an_image_that_is_cast_becomes_a_module_of_flamethrower_once() throws Exception {
    systemImager().assign(XEN5, Machines.cast(TransferMethod.MULTICAST), KEY);
    String once = Files.readString(folder.resolve("etc/flamethrower.conf"));
    assertThat(once).endsWith("\n[xen-base]\nDIR = " + folder + "/images/xen-base\n");
    systemImager()
        .assign(Machines.xen(6, "192.168.5.106"), Machines.cast(TransferMethod.MULTICAST), KEY);
    assertThat(Files.readString(folder.resolve("etc/flamethrower.conf"))).isEqualTo(once);
  }

  @Test
  void a_cast_the_other_way_than_flamethrower_is_set_up_for_is_trouble() throws Exception {
    troubled(
        TroubleKind.BAD_CONFIG,
        () -> systemImager().assign(XEN5, Machines.cast(TransferMethod.BROADCAST), KEY),
        "BROADCAST = off");
    Files.delete(folder.resolve("etc/flamethrower.conf"));
    troubled(
        TroubleKind.BAD_CONFIG,
        () -> systemImager().assign(XEN5, Machines.cast(TransferMethod.MULTICAST), KEY),
        "no flamethrower");
  }

  @Test
  void a_script_that_somebody_wrote_for_the_machine_is_left() throws Exception {
    Files.writeString(folder.resolve("scripts/xen5.sh"), "theirs\n");
    Files.createDirectories(folder.resolve("overrides/xen5/etc"));
    Files.writeString(folder.resolve("overrides/xen5/etc/hostname"), "xen5.example.com\n");
    troubled(
        TroubleKind.NAME_TAKEN,
        () -> systemImager().assign(XEN5, Transfer.UNICAST, KEY),
        "scripts/xen5.sh");
    systemImager().withdraw(XEN5);
    assertThat(everything())
        .containsEntry("scripts/xen5.sh", "theirs\n")
        .containsEntry("overrides/xen5/etc/hostname", "xen5.example.com\n");
  }

  @Test
  void the_real_rsync_serves_the_image() throws Exception {
    String rsync = Tool.find("/usr/bin/rsync");
    Files.writeString(folder.resolve("images/xen-base/etc/issue"), "Xen\n");
    systemImager().assign(XEN5, Transfer.UNICAST, KEY);
    String conf = folder.resolve("etc/rsyncd.conf").toString();
    Files.writeString(Path.of(conf), "use chroot = no\n" + Files.readString(Path.of(conf)));
    // A daemon for one connection, which rsync talks to through a pipe.
    LocalProgram.Ended listed =
        new LocalProgram()
            .run(
                List.of(
                    "env",
                    "RSYNC_CONNECT_PROG=" + rsync + " --daemon --config=" + conf,
                    rsync,
                    "localhost::xen-base/etc/"),
                "",
                Duration.ofSeconds(20));
    assertThat(listed.errors()).isEmpty();
    assertThat(listed.output()).contains("issue");
  }

  @Test
  void systemimagers_client_is_told_under_its_own_names() throws Exception {
    assertThat(
            KernelParameter.line(
                systemImager().parameters(XEN5, Machines.cast(TransferMethod.MULTICAST))))
        .isEqualTo(
            "root=/dev/ram MONITOR_CONSOLE=yes IMAGESERVER=192.168.5.2 MONITOR_SERVER=192.168.5.2"
                + " IMAGENAME=xen-base HOSTNAME=xen5 IPADDR=192.168.5.105 NETMASK=255.255.255.0"
                + " GATEWAY=192.168.5.1 FLAMETHROWER_DIRECTORY_PORTBASE=9000");
    assertThat(KernelParameter.line(server(Installer.XSM).parameters(XEN5, Transfer.UNICAST)))
        .endsWith("NETMASK=255.255.255.0 PREFIX=24 GATEWAY=192.168.5.1 METHOD=unicast");
  }

  @Test
  void a_receipt_of_something_that_nobody_has_cast_is_not_believed() throws Exception {
    Receipt cast = new Receipt(Receipt.Way.CAST1, "ab".repeat(32));
    Transfer together = Machines.cast(TransferMethod.MULTICAST);
    troubled(
        TroubleKind.UNCLEAR,
        () -> server(Installer.XSM).check(XEN5, together, cast),
        "xen5",
        "cast 1",
        cast.sha256());

    Files.createDirectories(folder.resolve("casts"));
    Files.writeString(folder.resolve("casts/9000.session"), "r1.xen-base.multicast\n");
    Files.writeString(
        folder.resolve("casts/9000.sums"), "00" + cast.sha256().substring(2) + " 1 10240\n");
    troubled(
        TroubleKind.UNCLEAR, () -> server(Installer.XSM).check(XEN5, together, cast), "nothing");

    Files.writeString(folder.resolve("casts/9000.sums"), cast.sha256() + " 2 10240\n");
    assertThat(server(Installer.XSM).check(XEN5, together, cast).receipt())
        .isEqualTo(
            "xen5 has image xen-base by cast 2, as it was sent, sha256 " + cast.sha256() + ".");
    assertThat(
            server(Installer.XSM)
                .check(XEN5, Transfer.UNICAST, new Receipt(Receipt.Way.UNICAST, cast.sha256()))
                .receipt())
        .isEqualTo("xen5 has image xen-base by unicast, sha256 " + cast.sha256() + ".");
  }

  @Test
  void our_installer_is_told_the_port_of_its_sessions_casts() throws Exception {
    Tool.find("/usr/bin/udp-sender");
    Transfer together = Machines.cast(TransferMethod.MULTICAST);
    CastSettings hasty =
        new CastSettings(
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ofSeconds(1),
            0,
            Duration.ofSeconds(1),
            "",
            5);
    ImageServer server =
        new ImageServer(
            new BootServer(new LocalShell(Duration.ofSeconds(20))),
            settings(Installer.XSM).servedAt(Optional.empty()),
            hasty);
    server.assign(XEN5, together, KEY);

    assertThat(KernelParameter.line(server.parameters(XEN5, together)))
        .matches(".* METHOD=multicast MULTICAST_PORT=9[0-9]{2}[02468]");
    assertThat(folder.resolve("etc/rsyncd.conf"))
        .content()
        .contains("[casts]\n\tpath=" + folder + "/casts\n");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                ProcessHandle.allProcesses()
                    .noneMatch(
                        each ->
                            each.info()
                                .commandLine()
                                .orElse("")
                                .contains(folder.resolve("casts").toString())));
  }

  @Test
  void netmasks_follow_from_prefixes() {
    assertThat(BootParameters.netmask(24)).isEqualTo("255.255.255.0");
    assertThat(BootParameters.netmask(23)).isEqualTo("255.255.254.0");
    assertThat(BootParameters.netmask(1)).isEqualTo("128.0.0.0");
    assertThat(BootParameters.netmask(31)).isEqualTo("255.255.255.254");
  }
}
