package org.xsm.connectors.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who we let in and who lets us in, with a real, default OpenSSH server. */
class HostKeysTest {
  @TempDir static Path folder;
  private static OpenSshServer server;

  private Door door;
  private SshLab lab;

  @BeforeAll
  static void start() throws Exception {
    server = OpenSshServer.start(folder.resolve("sshd"), folder, Map.of());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    server.writeKnownHosts("ed25519", "ecdsa", "rsa");
    door = server.door();
    lab = new SshLab(host -> door);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
  void one_known_key_of_any_type_is_enough(String type) throws Exception {
    server.writeKnownHosts(type);

    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
  void we_may_log_in_with_a_key_of_any_type(String type) throws Exception {
    server.writeKnownHosts("ed25519");
    door = server.door("user_" + type);

    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
  }

  @Test
  void hashed_names_comments_and_other_hosts_lines_are_understood() throws Exception {
    Files.write(
        server.knownHosts(),
        List.of(
            "# the lab",
            "",
            "192.168.5.101,xen1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOther",
            server.knownAs() + " " + server.hostKey("rsa") + " with a comment"));
    new ProcessBuilder("ssh-keygen", "-q", "-H", "-f", server.knownHosts().toString())
        .start()
        .waitFor();

    assertThat(Files.readString(server.knownHosts())).contains("|1|").doesNotContain("127.0.0.1");
    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
  }

  @Test
  void an_unknown_host_is_refused_with_its_fingerprint_and_the_way_to_add_it() throws Exception {
    Files.writeString(server.knownHosts(), "");

    assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class);
    assertThat(text(lab.run("true")))
        .contains("not known", "SHA256:", server.knownHosts().toString())
        .contains("ssh-keyscan -p " + server.port() + " 127.0.0.1");
  }

  @Test
  void a_key_that_stands_for_another_port_is_not_taken() throws Exception {
    Files.writeString(
        server.knownHosts(), "[127.0.0.1]:" + server.port() + "1 " + server.hostKey("ed25519"));

    assertThat(text(lab.run("true"))).contains("not known");
  }

  @Test
  void a_changed_host_key_is_told_from_an_unknown_one() throws Exception {
    String other = "AAAAC3NzaC1lZDI1NTE5AAAAIKGqhyXlXmyHxxVxNXqXJNgyDrRjJzXdF8/6xJbJ7vKE";
    Files.writeString(server.knownHosts(), server.knownAs() + " ssh-ed25519 " + other + "\n");

    assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class);
    assertThat(text(lab.run("true"))).contains("has changed");
  }

  @Test
  void a_host_without_any_key_of_the_known_kind_has_changed() throws Exception {
    Files.writeString(server.knownHosts(), server.knownAs() + " ecdsa-sha2-nistp521 AAAA\n");

    assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class);
    assertThat(text(lab.run("true"))).contains("has changed", "ecdsa-sha2-nistp521");
  }

  @Test
  void a_revoked_key_is_refused() throws Exception {
    String line = server.knownAs() + " " + server.hostKey("ed25519");
    Files.write(server.knownHosts(), List.of(line, "@revoked " + line));

    assertThat(text(lab.run("true"))).contains("revoked");
  }

  @Test
  void a_key_added_to_the_file_counts_at_the_next_command() throws Exception {
    Files.writeString(server.knownHosts(), "");
    assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class);

    server.writeKnownHosts("ed25519");

    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
  }

  @Test
  void a_refused_login_is_told_from_a_wrong_host_key() throws Exception {
    Path stranger = folder.resolve("stranger");
    if (!Files.exists(stranger)) {
      new Identity(stranger).generate();
    }
    door = server.door(stranger.toString());

    assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class);
    assertThat(text(lab.run("true"))).contains("does not accept our key", "authorized_keys");
  }

  @Test
  void a_key_that_we_made_ourselves_is_accepted_where_its_public_half_stands() throws Exception {
    Path made = folder.resolve("made " + System.nanoTime() + " & é=d%");
    String line = new Identity(made).generate();
    Files.write(folder.resolve("sshd/authorized_keys"), List.of(line), StandardOpenOption.APPEND);
    door = server.door(made.toString());

    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
    assertThat(Files.getPosixFilePermissions(made)).hasSize(2);
  }

  @Test
  void a_missing_identity_says_so() {
    door = server.door("nosuch");

    assertThat(lab.run("true")).isInstanceOf(SshAnswer.NotAdmitted.class);
    assertThat(text(lab.run("true"))).contains("nosuch");
  }

  private static String output(SshAnswer answer) {
    assertThat(answer).isInstanceOf(SshAnswer.Finished.class);
    return ((SshAnswer.Finished) answer).output();
  }

  private static String text(SshAnswer answer) {
    return ((SshAnswer.Failed) answer).text();
  }
}
