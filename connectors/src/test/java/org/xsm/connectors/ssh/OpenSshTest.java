package org.xsm.connectors.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over our SSH to a real, default OpenSSH server. */
class OpenSshTest {
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

  @Test
  void output_errors_and_exit_code_come_apart() {
    SshAnswer answer = lab.run("echo to output; echo to errors >&2; exit 7");

    assertThat(answer)
        .isEqualTo(new SshAnswer.Finished("to output\n", "to errors\n", OptionalInt.of(7)));
  }

  @Test
  void input_of_several_megabytes_arrives_unchanged() {
    String input = "0123456789abcdéf".repeat(300_000);

    SshAnswer answer =
        lab.ssh().run(SshLab.HOST, new SshRequest("wc -c", input, Duration.ofSeconds(30)));

    assertThat(output(answer)).isEqualTo(300_000 * 17 + "\n");
  }

  @Test
  void a_command_without_input_reads_an_empty_file() {
    assertThat(output(lab.run("od -c"))).isEqualTo("0000000\n");
  }

  @Test
  void a_command_ended_by_a_signal_has_no_exit_code() {
    assertThat(lab.run("kill -9 $$"))
        .isEqualTo(new SshAnswer.Finished("", "", OptionalInt.empty()));
  }

  @Test
  void a_closed_port_is_unreachable() {
    door = new Door("127.0.0.1", 1, "root", door.identity(), door.knownHosts(), "x", "/tmp");

    assertThat(lab.run("true")).isInstanceOf(SshAnswer.Unreachable.class);
  }

  @Test
  void a_command_that_does_not_end_times_out_and_others_go_on() {
    lab.run("true");
    var other = CompletableFuture.supplyAsync(() -> lab.run("sleep 2; echo other"));

    SshAnswer answer = lab.ssh().run(SshLab.HOST, SshRequest.of("sleep 60", Duration.ofSeconds(1)));

    assertThat(answer).isInstanceOf(SshAnswer.TimedOut.class);
    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
    assertThat(output(other.join())).isEqualTo("other\n");
  }

  @Test
  void endless_output_is_cut_without_harm_to_the_connection() {
    assertThat(lab.run("yes")).isInstanceOf(SshAnswer.CutOff.class);
    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
  }

  @Test
  void a_connection_that_nobody_needs_is_closed_and_opened_again_when_somebody_does()
      throws Exception {
    SshConnections connections = new SshConnections(SshLab.settings(Duration.ofMillis(1)));
    connections.start();
    try {
      SshConnection connection = connections.to(login());
      SshRequest request = SshRequest.of("echo in", Duration.ofSeconds(20));
      assertThat(output(connection.run(request))).isEqualTo("in\n");

      connections.closeIdle();

      Awaitility.await().until(() -> server.connections() == 0);
      assertThat(output(connection.run(request))).isEqualTo("in\n");
    } finally {
      connections.stop();
    }
  }

  private Login login() {
    return new Login(
        door.address(),
        door.port(),
        door.user(),
        door.identity(),
        door.knownHosts(),
        door.knownAs());
  }

  @Test
  void headers_do_not_overrule_who_logs_in() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("ssh", new PooledSshComponent(SshLab.settings()));
      camel.start();
      SshRequest request = SshRequest.of("id -un", Duration.ofSeconds(20));

      SshAnswer answer =
          camel
              .createProducerTemplate()
              .requestBodyAndHeaders(
                  CamelSsh.uri(door),
                  request,
                  Map.of("CamelSshUsername", "nobody", "CamelSshPassword", "secret"),
                  SshAnswer.class);

      assertThat(output(answer)).isEqualTo(door.user() + "\n");
    }
  }

  @Test
  void commands_share_one_connection() {
    IntStream.range(0, 20).forEach(i -> lab.run("true"));

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void many_commands_at_once_all_succeed() {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<SshAnswer>> answers =
          IntStream.range(0, 200)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> lab.run("echo " + i), callers))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertThat(output(answers.get(i).join())).isEqualTo(i + "\n");
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void a_host_that_refuses_channels_is_asked_again_until_it_gives_one() throws Exception {
    try (OpenSshServer strict = OpenSshServer.start(folder.resolve("strict"), folder, Map.of())) {
      strict.restartWith("MaxSessions 1");
      door = strict.door();
      List<CompletableFuture<SshAnswer>> answers =
          IntStream.range(0, 5)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> lab.run("sleep 0.3; echo " + i)))
              .toList();

      for (int i = 0; i < answers.size(); i++) {
        assertThat(output(answers.get(i).join())).isEqualTo(i + "\n");
      }
    }
  }

  @Test
  void a_dead_connection_is_opened_anew() {
    lab.run("true");
    server.cutConnections();

    assertThat(output(lab.run("echo in"))).isEqualTo("in\n");
  }

  @Test
  void a_connection_that_breaks_under_a_command_is_said_to_be_cut() {
    CompletableFuture<SshAnswer> answer =
        CompletableFuture.supplyAsync(() -> lab.run("touch " + folder + "/begun; sleep 30"));
    Awaitility.await().until(() -> Files.exists(folder.resolve("begun")));

    server.cutConnections();

    assertThat(answer.join()).isInstanceOf(SshAnswer.CutOff.class);
  }

  @Test
  void any_word_reaches_a_program_as_it_is() {
    for (String word :
        List.of(
            "",
            "plain",
            "-n",
            "it's",
            "$(id)",
            "`id`",
            "a\nb",
            "ünï ☃ 😀",
            "\\",
            "\"",
            "*",
            "!!")) {
      String command = ShellWord.commandLine("printf", "%s.", word, "-x");

      assertThat(output(lab.run(command))).isEqualTo(word + ".-x.");
    }
  }

  private static String output(SshAnswer answer) {
    assertThat(answer).isInstanceOf(SshAnswer.Finished.class);
    return ((SshAnswer.Finished) answer).output();
  }
}
