package org.xsm.connectors.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalProgram;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Tool;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.pxe.Machines;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.ssh.OpenSshServer;
import org.xsm.connectors.ssh.SshAnswer;
import org.xsm.connectors.ssh.SshLab;
import org.xsm.connectors.systemimager.ImageServer;
import org.xsm.connectors.systemimager.ImageSettings;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;

/** The host keys of machines: made here, handed over by the installation, known from then on. */
class MachineKeysTest {
  private static final BareHost XEN5 = Machines.xen(5, "192.168.5.105");
  private static final BareHost XEN6 = Machines.xen(6, "192.168.5.106");

  @TempDir Path folder;
  private MachineKeys keys;
  private Path knownHosts;
  private Path secret;

  @BeforeEach
  void begin() throws Exception {
    knownHosts = folder.resolve("ssh/known_hosts");
    secret = folder.resolve("secrets/hosts/xen5/ssh_host_ed25519_key");
    keys = new MachineKeys(folder.resolve("secrets/hosts"), this::door);
    for (String name : List.of("images/xen-base/etc", "overrides", "etc/rsync_stubs")) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  private Door door(HostAddress host) {
    return new Door(host.value(), 22, "root", folder, knownHosts, host.value(), "/var/lib/xsm");
  }

  private Imaging imaging() {
    return new Imaging(
        new ImageServer(
            new BootServer(new LocalShell(Duration.ofSeconds(20))),
            new ImageSettings(
                ImageSettings.Installer.XSM,
                folder.toString(),
                folder.resolve("etc").toString(),
                "192.168.5.2",
                "",
                24,
                "",
                9000,
                ""),
            CastSettings.defaults()),
        keys);
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String run(String... command) throws Exception {
    return new LocalProgram().run(List.of(command), "", Duration.ofSeconds(20)).output();
  }

  @Test
  void a_machines_key_is_made_once_and_only_its_owner_can_read_it() throws Exception {
    HostKey first = keys.of(XEN5);
    assertThat(first.privateKey()).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
    assertThat(first.publicKey()).startsWith("ssh-ed25519 ").endsWith(" xsm@xen5\n");
    assertThat(first.toString()).doesNotContain("PRIVATE");
    assertThat(secret).hasContent(first.privateKey());
    assertThat(mode(secret)).isEqualTo("rw-------");
    assertThat(mode(secret.getParent())).isEqualTo("rwx------");
    assertThat(mode(secret.getParent().getParent())).isEqualTo("rwx------");
    assertThat(new MachineKeys(folder.resolve("secrets/hosts"), this::door).of(XEN5))
        .isEqualTo(first);
    assertThat(keys.of(XEN6)).isNotEqualTo(first);
  }

  @Test
  void those_who_ask_at_once_get_the_same_key() {
    Set<String> made = new ConcurrentSkipListSet<>();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            time -> {
              try {
                made.add(keys.of(XEN5).privateKey());
              } catch (MachineTrouble trouble) {
                made.add(trouble.getMessage());
              }
            });
    assertThat(made).hasSize(1);
  }

  @Test
  void openssh_takes_the_key_for_its_own() throws Exception {
    String keygen = Tool.find("/usr/bin/ssh-keygen");
    HostKey key = keys.of(XEN5);
    String[] words = key.publicKey().strip().split(" ");
    assertThat(run(keygen, "-y", "-P", "", "-f", secret.toString()))
        .startsWith(words[0] + " " + words[1]);
    keys.trust(XEN5);
    assertThat(run(keygen, "-F", "192.168.5.105", "-f", knownHosts.toString()))
        .contains("192.168.5.105 " + words[0] + " " + words[1] + "\n");
  }

  @Test
  void a_machine_that_is_assigned_an_image_is_known_by_the_key_that_lies_there() throws Exception {
    Files.createDirectories(knownHosts.getParent());
    Files.writeString(knownHosts, "192.168.5.105 ssh-ed25519 OLD\n");
    imaging().assign(XEN5, Transfer.UNICAST);
    Path laid = folder.resolve("overrides/xen5/etc/ssh/ssh_host_ed25519_key");
    assertThat(laid).hasSameTextualContentAs(secret);
    String once = Files.readString(knownHosts);
    assertThat(once).startsWith("192.168.5.105 ssh-ed25519 AAAA").doesNotContain("OLD");

    imaging().assign(XEN5, Transfer.UNICAST);
    assertThat(knownHosts).hasContent(once);

    imaging().withdraw(XEN5);
    assertThat(laid).doesNotExist();
    assertThat(knownHosts).isEmptyFile();
    assertThat(secret).exists();
  }

  @Test
  void nothing_secret_is_logged() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level level = root.getLevel();
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    root.addAppender(heard);
    root.setLevel(Level.DEBUG);
    try {
      imaging().assign(XEN5, Transfer.UNICAST);
      imaging().withdraw(XEN5);
    } finally {
      root.setLevel(level);
      root.detachAppender(heard);
    }
    List<String> secrets = Files.readAllLines(secret);
    assertThat(heard.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(message -> secrets.stream().anyMatch(message::contains));
  }

  @Test
  void a_real_ssh_server_is_admitted_when_it_was_given_the_key_and_not_before() throws Exception {
    Path disk = folder.resolve("disk");
    try (OpenSshServer installed = OpenSshServer.start(disk, folder, Map.of());
        SshLab lab = new SshLab(host -> installed.door())) {
      assertThat(lab.run("true")).isInstanceOf(SshAnswer.Finished.class);
      keys = new MachineKeys(folder.resolve("secrets/hosts"), host -> installed.door());
      imaging().assign(XEN5, Transfer.UNICAST);
      installed.restartWith("# it still runs what it ran");
      await()
          .untilAsserted(
              () -> assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class));

      Files.copy(
          folder.resolve("overrides/xen5/etc/ssh/ssh_host_ed25519_key"),
          disk.resolve("host_ed25519"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      Files.delete(disk.resolve("host_ed25519.pub"));
      installed.restartWith("# it runs what was installed");
      assertThat(lab.run("true")).isInstanceOf(SshAnswer.Finished.class);
    }
  }

  @Test
  void a_machine_that_cannot_be_assigned_an_image_is_known_as_before() throws Exception {
    Files.createDirectories(knownHosts.getParent());
    Files.writeString(knownHosts, "192.168.5.105 ssh-ed25519 OLD\n");
    Files.delete(folder.resolve("images/xen-base/etc"));
    assertThatThrownBy(() -> imaging().assign(XEN5, Transfer.UNICAST))
        .isInstanceOf(MachineTrouble.class);
    imaging().withdraw(XEN5);
    assertThat(knownHosts).hasContent("192.168.5.105 ssh-ed25519 OLD\n");
  }

  @Test
  void what_a_crash_left_undone_the_next_assignment_does() throws Exception {
    HostKey key = keys.of(XEN5);
    assertThat(knownHosts).doesNotExist();
    imaging().assign(XEN5, Transfer.UNICAST);
    assertThat(keys.of(XEN5)).isEqualTo(key);
    Files.delete(knownHosts);
    imaging().assign(XEN5, Transfer.UNICAST);
    assertThat(knownHosts).content().startsWith("192.168.5.105 ssh-ed25519 ");
  }

  @Test
  void a_key_that_is_none_is_trouble_without_its_words() throws Exception {
    Files.createDirectories(secret.getParent());
    Files.writeString(secret, "what nobody may read\n");
    assertThatThrownBy(() -> imaging().assign(XEN5, Transfer.UNICAST))
        .isInstanceOf(MachineTrouble.class)
        .hasMessageContaining(secret.toString())
        .hasMessageNotContaining("nobody");
    assertThat(secret).hasContent("what nobody may read\n");
  }
}
