package org.xsm.connectors.systemimager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;
import org.xsm.workflows.site.IpAddress;

class MonitorServerTest {
  private final List<Sighting> heard = new CopyOnWriteArrayList<>();
  private MonitorServer server;

  @BeforeEach
  void listen() throws Exception {
    server =
        MonitorServer.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), heard::add);
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  private Socket connect() throws Exception {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private void say(String words) throws Exception {
    try (Socket installer = connect()) {
      installer.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_report_is_heard_with_the_address_that_it_came_from() throws Exception {
    say("ip=127.0.0.1:host=node001:status=0:first_timestamp=on:speed=0\n");
    await()
        .untilAsserted(
            () ->
                assertThat(heard)
                    .containsExactly(
                        new Reached(
                            Trace.of(new IpAddress("127.0.0.1")),
                            Stage.INSTALLER,
                            Witness.MONITOR)));
  }

  @Test
  void nonsense_and_reports_about_others_are_not_heard_and_harm_nobody() throws Exception {
    say("");
    say("\u0000\u0001\n\n\n");
    say("ip=10.77.0.11:status=100\n");
    say("status=100" + ":".repeat(5000) + "\n");
    say("status=101");
    await().untilAsserted(() -> assertThat(heard).hasSize(1));
    assertThat(((Reached) heard.get(0)).stage()).isEqualTo(Stage.TRANSFER);
  }

  @Test
  void those_that_say_nothing_do_not_keep_others_from_being_heard() throws Exception {
    List<Socket> silent = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      silent.add(connect());
    }
    say("status=102\n");
    await().untilAsserted(() -> assertThat(heard).hasSize(1));
    for (Socket socket : silent) {
      socket.close();
    }
  }
}
