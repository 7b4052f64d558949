package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedDomain;

/** The paper's site file on its whole way, as a user goes it. */
@OnRunningSite
class MainJobTest {
  private final Rehearsal rehearsal;

  MainJobTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void figure_3_is_dropped_approved_changed_and_dropped_again() throws IOException {
    byte[] figure = figure3();
    create(figure);
    retireVm4(withoutVm4(figure));
    sameAgain(withoutVm4(figure));
  }

  private void create(byte[] figure) throws IOException {
    rehearsal.drop("figure-3.xml", figure);
    String run = rehearsal.awaitRunOf("My_site", "figure-3.xml").get("id").asText();
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    JsonNode planned = rehearsal.run(run);
    assertThat(planned.get("state").asText()).isEqualTo("awaiting-approval");
    assertThat(planned.get("submittedBy").asText()).startsWith("file:");
    assertThat(Rehearsal.texts(planned.at("/plan/steps"), "id"))
        .containsExactly("create-vm:vm1", "create-vm:vm2", "create-vm:vm3", "create-vm:vm4");
    assertThat(Rehearsal.texts(planned.at("/plan/steps"), "cost")).containsOnly("none");
    assertThat(task.get("digest").asText()).isEqualTo(planned.at("/plan/digest").asText());
    assertThat(task.at("/candidates/0").asText()).isEqualTo("approver");
    decide(run, task);
    JsonNode applied = rehearsal.awaitState(run, "applied");
    assertThat(Rehearsal.texts(applied.at("/plan/steps"), "state")).containsOnly("done");
    assertThat(accepted("figure-3.xml")).containsExactly(figure);
    checkHosts();
  }

  /** Before the right person approves the right plan, others try. */
  private void decide(String run, JsonNode task) {
    String digest = task.get("digest").asText();
    Caller.Reply stale =
        rehearsal.act(
            rehearsal.approver(),
            task,
            "approve",
            Map.of("digest", digest.replace(digest.charAt(0), 'x')));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().get("detail").asText()).contains("plan has changed");
    Caller.Reply notAllowed =
        rehearsal.act(rehearsal.operator(), task, "approve", Map.of("digest", digest));
    assertThat(notAllowed.status()).isEqualTo(403);
    assertThat(notAllowed.json().get("detail").asText()).contains("group approver");
    assertThat(
            rehearsal.act(rehearsal.nobody(), task, "approve", Map.of("digest", digest)).status())
        .isEqualTo(401);
    assertThat(rehearsal.host("192.168.5.101").effects()).isEmpty();
    rehearsal.approve(run);
    Caller.Reply late =
        rehearsal.act(rehearsal.approver(), task, "approve", Map.of("digest", digest));
    assertThat(late.status()).isIn(404, 409);
  }

  private void checkHosts() throws IOException {
    for (int vm = 1; vm <= 4; vm++) {
      String address = "192.168.5.10" + vm;
      SimulatedDomain guest =
          rehearsal.host(address).domains().stream()
              .filter(domain -> domain.id() != 0)
              .findFirst()
              .orElseThrow();
      assertThat(guest.name()).isEqualTo("vm" + vm);
      assertThat(guest.vcpus()).isEqualTo(4);
      assertThat(guest.memory()).isEqualTo(96);
      assertThat(rehearsal.host(address).count("create")).isOne();
      assertThat(guestConfig(address, "vm" + vm))
          .contains("name = \"vm" + vm + "\"")
          .contains("uuid = \"" + guest.uuid() + "\"")
          .contains("memory = 96", "vcpus = 4", "mac=AA:00:00:00:00:0" + vm)
          .contains("dhcp = \"dhcp\"");
    }
  }

  private void retireVm4(byte[] file) {
    rehearsal.drop("figure-3.xml", file);
    await().until(() -> rehearsal.operator().get("/api/runs?set=My_site").json().size() == 2);
    String run = rehearsal.operator().get("/api/runs?set=My_site").json().get(0).get("id").asText();
    rehearsal.awaitTask(run, "approve-plan");
    JsonNode planned = rehearsal.run(run);
    assertThat(Rehearsal.texts(planned.at("/plan/steps"), "id")).containsExactly("retire-vm:vm4");
    assertThat(Rehearsal.texts(planned.at("/plan/steps"), "cost")).containsExactly("downtime");
    assertThat(rehearsal.guests("192.168.5.104")).containsExactly("vm4");
    rehearsal.approve(run);
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("192.168.5.104")).isEmpty();
    assertThat(rehearsal.host("192.168.5.104").effects())
        .extracting(Effect::verb)
        .containsExactly("create-begin", "create", "shutdown", "ended");
    assertThat(guestConfigFile("192.168.5.104", "vm4")).doesNotExist();
    assertThat(rehearsal.guests("192.168.5.103")).containsExactly("vm3");
  }

  private void sameAgain(byte[] file) {
    rehearsal.drop("again.xml", file);
    String run = rehearsal.awaitRunOf("My_site", "again.xml").get("id").asText();
    JsonNode ended = rehearsal.awaitState(run, "unchanged");
    assertThat(ended.at("/plan/steps")).isEmpty();
    for (String host : List.of("192.168.5.101", "192.168.5.102", "192.168.5.103")) {
      assertThat(rehearsal.host(host).effects()).hasSize(2);
    }
  }

  private byte[] accepted(String name) throws IOException {
    await().until(() -> Files.exists(rehearsal.home().accepted().resolve(name)));
    return Files.readAllBytes(rehearsal.home().accepted().resolve(name));
  }

  private String guestConfig(String address, String vm) throws IOException {
    return Files.readString(guestConfigFile(address, vm));
  }

  private Path guestConfigFile(String address, String vm) {
    return rehearsal.host(address).folder().resolve("var/lib/xsm/guests/" + vm + ".cfg");
  }

  private static byte[] figure3() throws IOException {
    try (var figure = MainJobTest.class.getResourceAsStream("figure-3.xml")) {
      return figure.readAllBytes();
    }
  }

  private static byte[] withoutVm4(byte[] figure) {
    String text = new String(figure, StandardCharsets.UTF_8);
    return text.replaceAll("(?s)<VM name=\"vm4\".*?</VM>", "").getBytes(StandardCharsets.UTF_8);
  }
}
