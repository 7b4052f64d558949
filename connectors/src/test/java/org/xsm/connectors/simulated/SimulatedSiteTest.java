package org.xsm.connectors.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.ssh.Door;
import org.xsm.workflows.Home;
import org.xsm.workflows.site.HostAddress;

class SimulatedSiteTest {
  private static final HostAddress HOST = new HostAddress("192.168.5.101");
  private static final HostAddress OTHER = new HostAddress("192.168.5.102");
  private static final Duration MOMENT = Duration.ofMillis(300);

  @TempDir Path folder;
  private Home home;
  private SimulatedSite site;

  @BeforeEach
  void open() {
    home = new Home(folder.resolve("a home's folder"));
    site = open(home);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static SimulatedSite open(Home home) {
    return new SimulatedSite(home, SimulatedSettings.defaults(), Clock.systemUTC());
  }

  @Test
  void any_address_answers_with_its_own_xl() throws Exception {
    try (RemoteShell shell = RemoteShell.enter(site.to(HOST));
        RemoteShell other = RemoteShell.enter(site.to(OTHER))) {
      assertThat(shell.run("xl info host").out()).isEqualTo("xen-192-168-5-101\n");
      assertThat(other.run("xl info host").out()).isEqualTo("xen-192-168-5-102\n");
      assertThat(shell.run("xl info total_memory; xl info free_memory; xl info nr_cpus").out())
          .isEqualTo("16384\n15347\n8\n");
    }
  }

  @Test
  void a_command_has_its_streams_and_its_exit_code() throws Exception {
    try (RemoteShell shell = RemoteShell.enter(site.to(HOST))) {
      assertThat(shell.run("echo out; echo err >&2; exit 7"))
          .isEqualTo(new Dom0.Answer(7, "out\n", "err\n"));
      assertThat(shell.run("nonsense_command_of_nobody").exit()).isEqualTo(127);
      assertThat(shell.run("cat; echo end", "given\n".getBytes(UTF_8)).out())
          .isEqualTo("given\nend\n");
      assertThat(shell.run("cat").out()).isEmpty();
    }
  }

  @Test
  void large_data_passes_in_both_directions() throws Exception {
    byte[] large = new byte[5_000_000];
    IntStream.range(0, large.length).forEach(i -> large[i] = (byte) ('a' + i % 26));
    try (RemoteShell shell = RemoteShell.enter(site.to(HOST))) {
      assertThat(shell.run("cat", large).out().getBytes(UTF_8)).isEqualTo(large);
      assertThat(shell.run("true", large).exit()).isZero();
    }
  }

  @Test
  void commands_run_side_by_side_on_one_connection() throws Exception {
    try (RemoteShell shell = RemoteShell.enter(site.to(HOST))) {
      List<CompletableFuture<String>> all =
          IntStream.range(0, 8)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> meet(shell, i)))
              .toList();
      for (int i = 0; i < 8; i++) {
        assertThat(all.get(i).get()).isEqualTo(i + "\n");
      }
    }
  }

  /** Ends when all eight run at the same time. */
  private static String meet(RemoteShell shell, int i) {
    String wait = "while [ \"$(ls here.* | wc -l)\" -lt 8 ]; do sleep 0.05; done";
    try {
      return shell.run("touch here." + i + "; " + wait + "; echo " + i).out();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_port_that_is_closed_and_opened_at_once_leaves_no_thread_that_accepts_for_ever()
      throws Exception {
    site.to(HOST);
    SimulatedHost host = site.host(HOST);
    for (int time = 0; time < 50; time++) {
      host.refuse();
      host.heal();
    }
    try (RemoteShell shell = RemoteShell.enter(site.to(HOST))) {
      assertThat(shell.run("echo there").out()).isEqualTo("there\n");
    }
    await().until(() -> Thread.getAllStackTraces().values().stream().noneMatch(this::triesAgain));
  }

  private boolean triesAgain(StackTraceElement... stack) {
    return Stream.of(stack)
        .anyMatch(
            call ->
                call.getClassName().endsWith("AcceptCompletionHandler")
                    && call.getMethodName().equals("onFailed"));
  }

  @Test
  void only_the_managers_key_opens_the_door() throws Exception {
    Door door = site.to(HOST);
    assertThatThrownBy(() -> RemoteShell.enterWith(door, folder.resolve("stranger")))
        .hasMessageContaining("No more authentication methods");
    Door elsewhere =
        new Door(
            door.address(),
            door.port(),
            "nobody",
            door.identity(),
            door.knownHosts(),
            door.knownAs(),
            door.directory());
    assertThatThrownBy(() -> RemoteShell.enter(elsewhere))
        .hasMessageContaining("No more authentication methods");
  }

  @Test
  void private_keys_are_for_their_owner_only() throws Exception {
    Door door = site.to(HOST);
    Path hostKey = site.host(HOST).folder().resolve("ssh_host_ed25519_key");
    for (Path key : List.of(door.identity(), hostKey)) {
      assertThat(Files.getPosixFilePermissions(key))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void every_host_has_its_own_key_and_one_line_in_known_hosts() throws Exception {
    Door door = site.to(HOST);
    site.to(OTHER);
    site.to(HOST);
    List<String> known = Files.readAllLines(door.knownHosts());
    assertThat(known)
        .hasSize(2)
        .allMatch(line -> line.matches("192\\.168\\.5\\.10[12] ssh-ed25519 \\S+"));
    assertThat(Set.copyOf(known.stream().map(line -> line.substring(14)).toList())).hasSize(2);
  }

  @Test
  void a_host_outlives_the_manager() throws Exception {
    Door before = site.to(HOST);
    List<String> known = Files.readAllLines(before.knownHosts());
    try (RemoteShell shell = RemoteShell.enter(before)) {
      Files.writeString(site.host(HOST).folder().resolve("g1.cfg"), Dom0.resource("guests/g1.cfg"));
      assertThat(shell.run("xl create g1.cfg").exit()).isZero();
    }
    List<SimulatedDomain> domains = site.host(HOST).domains();
    site.close();
    site = open(home);
    Door after = site.to(HOST);
    assertThat(Files.readAllLines(after.knownHosts())).isEqualTo(known);
    assertThat(site.host(HOST).domains())
        .extracting("uuid")
        .isEqualTo(List.of(domains.get(0).uuid()));
    try (RemoteShell shell = RemoteShell.enter(after)) {
      assertThat(shell.run("xl domid g1")).isEqualTo(new Dom0.Answer(0, "1\n", ""));
    }
  }

  @Test
  void a_command_goes_on_when_the_client_and_the_manager_have_gone() throws Exception {
    Path mark = site.host(HOST).folder().resolve("done");
    Path go = site.host(HOST).folder().resolve("go");
    RemoteShell shell = RemoteShell.enter(site.to(HOST));
    String wait = "while ! [ -e go ]; do sleep 0.05; done; touch done";
    assertThat(shell.answersWithin(MOMENT, wait)).isFalse();
    shell.close();
    site.close();
    assertThat(mark).doesNotExist();
    Files.createFile(go);
    await().until(() -> Files.exists(mark));
  }

  @Test
  void a_host_that_refuses_drops_its_connections_and_is_back_on_the_same_port() throws Exception {
    Door door = site.to(HOST);
    SimulatedHost host = site.host(HOST);
    try (RemoteShell shell = RemoteShell.enter(door);
        RemoteShell other = RemoteShell.enter(site.to(OTHER))) {
      host.refuse();
      assertThatThrownBy(() -> connect(door)).hasMessageContaining("refused");
      await().until(() -> !shell.isOpen());
      assertThat(other.run("xl info host").exit()).isZero();
    }
    host.heal();
    assertThat(site.to(HOST)).isEqualTo(door);
    try (RemoteShell shell = RemoteShell.enter(door)) {
      assertThat(shell.run("true").exit()).isZero();
    }
  }

  @Test
  void a_host_that_hangs_takes_connections_and_commands_and_says_nothing() throws Exception {
    Door door = site.to(HOST);
    try (RemoteShell shell = RemoteShell.enter(door)) {
      site.host(HOST).hang();
      try (Socket socket = connect(door)) {
        socket.setSoTimeout((int) MOMENT.toMillis());
        assertThatThrownBy(() -> socket.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
      }
      assertThat(shell.answersWithin(MOMENT, "true")).isFalse();
    }
    site.host(HOST).heal();
    try (RemoteShell shell = RemoteShell.enter(door)) {
      assertThat(shell.run("true").exit()).isZero();
    }
  }

  @Test
  void a_fault_that_somebody_else_sets_in_the_folder_is_seen() throws Exception {
    Door door = site.to(HOST);
    SimulatedHost elsewhere = new SimulatedHost(site.host(HOST).folder());
    elsewhere.refuse();
    await()
        .untilAsserted(
            () -> assertThatThrownBy(() -> connect(door).close()).isInstanceOf(IOException.class));
    elsewhere.heal();
    await()
        .ignoreExceptions()
        .until(
            () -> {
              connect(door).close();
              return true;
            });
  }

  @Test
  void a_host_that_refused_when_the_manager_ended_still_refuses() throws Exception {
    site.host(HOST).refuse();
    site.close();
    site = open(home);
    Door door = site.to(HOST);
    assertThatThrownBy(() -> connect(door)).hasMessageContaining("refused");
  }

  private static Socket connect(Door door) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(door.address(), door.port()), 2000);
    return socket;
  }
}
