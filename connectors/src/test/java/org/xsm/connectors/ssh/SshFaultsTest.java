package org.xsm.connectors.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that misbehave in ways in which a real server is hard to bring to. */
class SshFaultsTest {
  @TempDir Path folder;
  private Path identity;

  @BeforeEach
  void makeKey() throws Exception {
    identity = folder.resolve("id");
    new Identity(identity).generate();
  }

  @Test
  void a_host_that_accepts_and_says_nothing_is_unreachable_after_its_limit() throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        SshLab lab = lab(silent.getLocalPort(), 2)) {
      SshAnswer answer = lab.run("true");

      assertThat(answer).isInstanceOf(SshAnswer.Unreachable.class);
      assertThat(((SshAnswer.Failed) answer).text()).contains("no login came about");
    }
  }

  @Test
  void a_host_whose_name_does_not_resolve_is_unreachable() {
    Path knownHosts = folder.resolve("known_hosts");
    Door door = new Door("nowhere.invalid", 22, "root", identity, knownHosts, "x", "/tmp");

    try (SshLab lab = new SshLab(host -> door)) {
      assertThat(lab.run("true")).isInstanceOf(SshAnswer.Unreachable.class);
    }
  }

  @Test
  void a_host_that_hangs_up_at_once_is_unreachable() throws Exception {
    try (ServerSocket rude = new ServerSocket(0);
        SshLab lab = lab(rude.getLocalPort(), 20)) {
      CompletableFuture.runAsync(() -> hangUp(rude));

      assertThat(lab.run("true")).isInstanceOf(SshAnswer.Unreachable.class);
    }
  }

  @Test
  void a_host_that_speaks_another_protocol_is_unreachable() throws Exception {
    try (ServerSocket web = new ServerSocket(0);
        SshLab lab = lab(web.getLocalPort(), 20)) {
      CompletableFuture.runAsync(() -> speakHttp(web));

      assertThat(lab.run("true")).isInstanceOf(SshAnswer.Unreachable.class);
    }
  }

  @Test
  void callers_of_a_silent_host_wait_together_and_not_one_after_the_other() throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        SshLab lab = lab(silent.getLocalPort(), 2)) {
      long begin = System.nanoTime();
      List<CompletableFuture<SshAnswer>> answers =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> lab.run("true")))
              .toList();

      assertThat(answers)
          .allSatisfy(
              answer -> assertThat(answer.join()).isInstanceOf(SshAnswer.Unreachable.class));
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(7));
    }
  }

  private SshLab lab(int port, int loginSeconds) {
    Door door =
        new Door(
            "127.0.0.1",
            port,
            "root",
            identity,
            folder.resolve("known_hosts"),
            "[127.0.0.1]:" + port,
            "/tmp");
    SshSettings settings =
        new SshSettings(
            "root",
            22,
            "",
            "",
            Duration.ofSeconds(5),
            Duration.ofSeconds(loginSeconds),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Map.of());
    return new SshLab(host -> door, settings);
  }

  private static void hangUp(ServerSocket server) {
    try {
      server.accept().close();
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  private static void speakHttp(ServerSocket server) {
    List<Socket> open = new CopyOnWriteArrayList<>();
    try {
      open.add(server.accept());
      open.get(0)
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".repeat(2000).getBytes());
    } catch (IOException closed) {
      open.clear();
    }
  }
}
