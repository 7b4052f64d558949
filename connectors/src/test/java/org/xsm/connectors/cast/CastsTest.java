package org.xsm.connectors.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.connectors.bootserver.ServerShell;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.TransferMethod;

/** Casts by the real udp-sender to the real udp-receiver, over the loopback. */
class CastsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private CastingGround ground;
  private Path image;

  @BeforeEach
  void layOut() throws IOException {
    ground = CastingGround.in(folder);
    image = ground.image("xen-base", 300_000);
  }

  @AfterEach
  void endAll() {
    ground.close();
  }

  private Casts casts(CastSettings settings) {
    return casts(new LocalShell(LIMIT), settings);
  }

  private Casts casts(ServerShell shell, CastSettings settings) {
    return new Casts(
        new BootServer(shell),
        new CastPlace(
            new ServerPath(ground.casts().toString()),
            ground.firstPort(),
            Optional.of(new IpAddress("127.0.0.1"))),
        settings);
  }

  /** Nobody is waited for longer than a test lasts. */
  private static CastSettings impatient(String maxBitrate) {
    return new CastSettings(
        Duration.ofSeconds(20),
        Duration.ZERO,
        Duration.ofSeconds(1),
        3,
        Duration.ofSeconds(8),
        maxBitrate,
        5);
  }

  private static ImageSession session(String id, int machines) {
    return new ImageSession(id, new ImageName("xen-base"), TransferMethod.MULTICAST, machines);
  }

  private static final ImageSession ALONE = session("r1.xen-base.multicast", 1);

  @Test
  void an_image_arrives_whole_and_its_sum_and_size_lie_beside_it() throws Exception {
    Casts casts = casts(impatient(""));
    int port = casts.open(ALONE, image.toString());

    String sum = ground.receive(port).sum();

    await().atMost(LIMIT).until(() -> casts.find(ALONE, sum).isPresent());
    Cast cast = casts.find(ALONE, sum).orElseThrow();
    assertThat(cast.number()).isOne();
    assertThat(ground.casts().resolve(port + ".size")).hasContent(cast.octets() + "\n");
    assertThat(casts.find(ALONE, "00".repeat(32))).isEmpty();
    assertThat(casts.find(session("r2.xen-base.multicast", 1), sum)).isEmpty();
  }

  @Test
  void those_that_are_there_wait_for_the_others_only_so_long_and_the_late_get_another_cast()
      throws Exception {
    Casts casts = casts(impatient(""));
    ImageSession three = session("r1.xen-base.multicast", 3);
    int port = casts.open(three, image.toString());

    String first = ground.receive(port).sum();
    await().atMost(LIMIT).until(() -> casts.find(three, first).isPresent());
    String late = ground.receive(port).sum();

    assertThat(late).isEqualTo(first);
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(ground.casts().resolve(port + ".sums")).content().hasLineCount(2));
  }

  @Test
  void a_session_has_one_port_and_one_sender_however_many_ask() throws Exception {
    ExecutorService managers = Executors.newFixedThreadPool(6);
    List<Callable<Integer>> asked = new ArrayList<>();
    for (int manager = 0; manager < 6; manager++) {
      asked.add(() -> casts(impatient("")).open(ALONE, image.toString()));
    }
    Set<Integer> ports = new TreeSet<>();
    for (Future<Integer> port : managers.invokeAll(asked)) {
      ports.add(port.get());
    }
    managers.shutdown();

    assertThat(ports).hasSize(1);
    int port = ports.iterator().next();
    assertThat(port % 2).isZero();
    awaitOneCaster(port);
    await().atMost(LIMIT).until(() -> ground.senders(port).size() == 1);
  }

  @Test
  void each_session_has_ports_of_its_own_and_those_of_others_are_left() throws Exception {
    try (DatagramSocket others =
        new DatagramSocket(ground.firstPort() + 1, InetAddress.getLoopbackAddress())) {
      int one = casts(impatient("")).open(ALONE, image.toString());
      int other = casts(impatient("")).open(session("r2.xen-base.multicast", 1), image.toString());

      assertThat(others.isBound()).isTrue();
      assertThat(one).isEqualTo(ground.firstPort() + 2);
      assertThat(other).isEqualTo(ground.firstPort() + 4);
    }
  }

  @Test
  void who_is_killed_while_it_opens_a_session_leaves_nothing_that_makes_two_of_it()
      throws Exception {
    int lines = 0;
    boolean died = true;
    while (died) {
      ImageSession session = session("r" + lines + ".xen-base.multicast", 1);
      DyingInOpen dying = new DyingInOpen(lines++);
      die(() -> casts(dying, impatient("")).open(session, image.toString()));
      died = dying.dies();

      int port = casts(impatient("")).open(session, image.toString());
      awaitOneCaster(port);
      assertThat(ground.sessions(session.id())).isOne();
      ground.end(port);
    }
    assertThat(lines).isGreaterThan(20);
  }

  /** A caster that was just started is known by its name a moment later. */
  private void awaitOneCaster(int port) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(ground.casters(port)).hasSize(1));
  }

  private static void die(Callable<Integer> asked) throws Exception {
    try {
      asked.call();
    } catch (MachineTrouble killed) {
      // As it shall be, but where the last word was said before.
    }
  }

  @Test
  void as_long_as_anything_of_a_killed_sender_lives_no_second_one_is_started() throws Exception {
    Casts casts = casts(impatient(""));
    int port = casts.open(ALONE, image.toString());
    await().atMost(LIMIT).until(() -> ground.senders(port).size() == 1);

    ground.casters(port).forEach(ProcessHandle::destroyForcibly);
    await().atMost(LIMIT).until(() -> ground.casters(port).isEmpty());
    assertThat(casts.open(ALONE, image.toString())).isEqualTo(port);
    assertThat(ground.casters(port)).isEmpty();
    assertThat(ground.senders(port)).hasSize(1);

    ground.end(port);
    // What reads the sums ends a moment after what it reads from.
    await()
        .atMost(LIMIT)
        .until(
            () -> casts.open(ALONE, image.toString()) == port && ground.casters(port).size() == 1);
    assertThat(ground.receive(port).octets()).isGreaterThan(300_000);
  }

  @Test
  void what_was_cut_off_has_no_sum() throws Exception {
    Casts casts = casts(impatient("400k"));
    int port = casts.open(ALONE, image.toString());
    Future<CastingGround.Received> receiving = ground.begin(port);
    await().atMost(LIMIT).until(() -> ground.said(port).contains("Starting transfer"));
    ground.senders(port).forEach(ProcessHandle::destroyForcibly);

    assertThat(casts.find(ALONE, receiving.get().sum())).isEmpty();
    await().atMost(LIMIT).until(() -> ground.casters(port).isEmpty() || ground.isWaiting(port));
    assertThat(ground.casts().resolve(port + ".sums")).doesNotExist();
  }

  @Test
  void a_sender_that_nobody_asks_for_ends_by_itself_and_keeps_its_port() throws Exception {
    CastSettings hasty =
        new CastSettings(
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ofSeconds(1),
            0,
            Duration.ofSeconds(1),
            "",
            5);
    int port = casts(hasty).open(ALONE, image.toString());
    await().atMost(LIMIT).until(() -> ground.casters(port).isEmpty());

    assertThat(ground.casts().resolve(port + ".work")).doesNotExist();
    assertThat(casts(hasty).open(session("r2.xen-base.multicast", 1), image.toString()))
        .isEqualTo(port + 2);
    assertThat(casts(hasty).open(ALONE, image.toString())).isEqualTo(port);
  }

  @Test
  void a_name_is_a_name_whatever_stands_in_it() throws Exception {
    Path strange = ground.image("it's $(touch pwned) \"; touch pwned; `touch pwned` *", 1000);
    Casts casts = casts(impatient(""));
    int port = casts.open(ALONE, strange.toString());

    assertThat(ground.receive(port).octets()).isGreaterThan(1000);
    assertThat(folder.resolve("pwned")).doesNotExist();
    assertThat(Path.of("pwned")).doesNotExist();
    assertThatThrownBy(() -> session("r1;touch pwned", 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
