package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.xsm.connectors.simulated.SimulatedMachine;
import org.xsm.connectors.simulated.SimulatedMachines;
import org.xsm.engine.journey.SiteText.Machine;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.MacAddress;

/** From bare machines to running guests, and what becomes of machines that fail on the way. */
@OnRunningSite
class MachinesTest {
  private static final String CONTROLLED = "ipmi://10.5.200.";

  private final Rehearsal rehearsal;
  private final SimulatedMachines machines;

  MachinesTest(Rehearsal rehearsal, SimulatedMachines machines) {
    this.rehearsal = rehearsal;
    this.machines = machines;
  }

  @Test
  void a_file_leads_from_bare_machines_to_running_guests_in_one_run() {
    SiteText file =
        SiteText.of("bare")
            .with(machine("bare1", "10.5.1.1"))
            .with(machine("bare2", "10.5.1.2"))
            .with("b1", "10.5.1.1")
            .with("b2", "10.5.1.2");
    String run = rehearsal.submit(file);
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    assertThat(task.get("title").asText()).isNotEmpty();
    rehearsal.approve(run);
    JsonNode ended = rehearsal.awaitState(run, "applied");

    assertThat(rehearsal.guests("10.5.1.1")).containsExactly("b1");
    assertThat(rehearsal.guests("10.5.1.2")).containsExactly("b2");
    assertThat(at("10.5.1.1").installsFinished()).isOne();
    JsonNode probe = probe("bare1");
    assertThat(probe.get("state").asText()).isEqualTo("done");
    assertThat(probe.get("stage").asText()).isEqualTo("xen-up");
    assertThat(probe.at("/stages/10/at").asText()).isNotEmpty();
    assertThat(Rehearsal.step(ended, "create-vm:b1").get("waitsFor").get(0).asText())
        .isEqualTo("deploy-host:bare1");
    assertThat(rehearsal.home().data().resolve("simulated/10.5.1.1/var/lib/xsm/sites/bare.xml"))
        .hasBinaryContent(file.bytes());
    rehearsal.awaitState(rehearsal.submit(file), "unchanged");
  }

  @Test
  void machines_with_one_image_get_it_together_and_the_journal_says_so() {
    SiteText file = SiteText.of("cast");
    for (int number = 1; number <= 3; number++) {
      file = file.with(machine("cast" + number, "10.5.9." + number));
    }
    String run = rehearsal.apply(file);
    JsonNode ended = rehearsal.awaitState(run, "applied");

    JsonNode step = Rehearsal.step(ended, "deploy-host:cast2");
    assertThat(step.get("reason").asText()).endsWith("the image comes with 2 others by multicast");
    assertThat(step.get("transfer").asText()).isEqualTo("multicast");
    assertThat(step.get("session").get("id").asText()).isEqualTo("xen-base.multicast");
    assertThat(step.get("session").get("machines").asInt()).isEqualTo(3);
    assertThat(ended.get("journal").findValuesAsText("text"))
        .anyMatch(text -> text.startsWith("cast2 has image xen-base by cast 1, as it was sent"));
  }

  @Test
  void a_machine_that_comes_to_no_address_says_why_and_holds_back_nobody_else() {
    SiteText file =
        SiteText.of("mute")
            .with(machine("mute1", "10.5.2.1"))
            .with(machine("mute2", "10.5.2.2"))
            .with("m1", "10.5.2.1")
            .with("m2", "10.5.2.2");
    at("10.5.2.1").withholdAddress();
    String run = rehearsal.apply(file);
    rehearsal.awaitStep(run, "create-vm:m2", "done");
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("evidence").asText())
        .contains("mute1 has not been seen yet", "It has not asked for an address");

    at("10.5.2.1").heal();
    rehearsal.decide(run, "try-again");
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.5.2.1")).containsExactly("m1");
  }

  @Test
  void a_transfer_that_stands_still_is_told_with_its_percentage() {
    at("10.5.3.1").stallTransferAt(40);
    String run = rehearsal.apply(SiteText.of("stall").with(machine("stall1", "10.5.3.1")));
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("evidence").asText()).contains("transfer, 40 %", "stands still");
    JsonNode probe = probe("stall1");
    assertThat(probe.get("stage").asText()).isEqualTo("transfer");
    assertThat(probe.get("percent").asInt()).isEqualTo(40);
    assertThat(probe.get("live").asBoolean()).isTrue();
    assertThat(probe.get("likelyCause").asText()).contains("stands still");
    rehearsal.decide(run, "skip");
    rehearsal.awaitState(run, "applied-with-skips");
  }

  @Test
  void an_image_that_arrives_damaged_is_fetched_again_when_a_person_says_so() {
    at("10.5.4.1").damageImage();
    String run = rehearsal.apply(SiteText.of("torn").with(machine("torn1", "10.5.4.1")));
    rehearsal.awaitTask(run, "decide-trouble");
    at("10.5.4.1").heal();
    rehearsal.decide(run, "try-again");
    rehearsal.awaitState(run, "applied");
    assertThat(at("10.5.4.1").installsFinished()).isOne();
  }

  @Test
  void a_machine_without_a_controller_is_switched_on_by_a_person_who_is_told_so() {
    String run =
        rehearsal.apply(
            SiteText.of("byhand")
                .with(new Machine("hand1", "10.5.5.1", "xen-base", "manual"))
                .with("h1", "10.5.5.1"));
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("evidence").asText()).contains("needs-a-person", "hand1");

    at("10.5.5.1").press();
    rehearsal.decide(run, "done");
    rehearsal.awaitState(run, "applied");
    assertThat(rehearsal.guests("10.5.5.1")).containsExactly("h1");
  }

  @Test
  void a_host_that_fell_silent_is_written_over_only_when_somebody_has_said_so() {
    SiteText file = SiteText.of("fallen").with(machine("fall1", "10.5.6.1")).with("f1", "10.5.6.1");
    rehearsal.awaitState(rehearsal.apply(file), "applied");
    at("10.5.6.1").switchOff();

    String run = rehearsal.submit(file);
    rehearsal.awaitTask(run, "approve-plan");
    JsonNode planned = rehearsal.await(run, "its plan", found -> found.has("plan"));
    assertThat(Rehearsal.step(planned, "deploy-host:fall1").get("cost").asText())
        .isEqualTo("data-loss");
    rehearsal.approve(run);
    approveAsWell(run);
    JsonNode task = rehearsal.awaitTask(run, "decide-trouble");
    assertThat(task.get("evidence").asText()).contains("everything on its disk is lost");
    assertThat(at("10.5.6.1").installsBegun()).isOne();

    rehearsal.decide(run, "confirm-loss");
    rehearsal.awaitState(run, "applied");
    assertThat(at("10.5.6.1").installsFinished()).isEqualTo(2);
    assertThat(rehearsal.guests("10.5.6.1")).containsExactly("f1");
  }

  @Test
  void a_host_that_comes_with_too_little_memory_has_the_rest_planned_and_asked_about_again() {
    SiteText file =
        SiteText.of("small")
            .with(machine("small1", "10.5.8.1"))
            .with("s1", "10.5.8.1", 64)
            .with("s2", "10.5.8.1", 20_000);
    String run = rehearsal.apply(file);
    rehearsal.awaitStep(run, "deploy-host:small1", "done");
    JsonNode again =
        rehearsal.await(
            run,
            "a new plan",
            found -> found.get("journal").toString().contains("approval is void"));
    assertThat(again.get("journal").toString()).contains("that its VMs need");

    rehearsal.approve(run);
    rehearsal.await(run, "its end", found -> found.get("state").asText().startsWith("applied"));
    rehearsal.awaitStep(run, "create-vm:s1", "done");
    assertThat(rehearsal.guests("10.5.8.1")).containsExactly("s1");
    assertThat(at("10.5.8.1").installsBegun()).isOne();
  }

  @Test
  void a_host_is_let_go_when_its_guests_have_left() {
    SiteText file = SiteText.of("leave").with(machine("leave1", "10.5.7.1")).with("l1", "10.5.7.1");
    rehearsal.awaitState(rehearsal.apply(file), "applied");

    SiteText empty = file.withoutMachine("leave1").moved("l1", "10.5.7.2");
    JsonNode ended = rehearsal.awaitState(rehearsal.apply(empty), "applied");
    assertThat(Rehearsal.step(ended, "retire-host:leave1").get("waitsFor").get(0).asText())
        .isEqualTo("migrate-vm:l1");
    assertThat(rehearsal.guests("10.5.7.2")).containsExactly("l1");
    rehearsal.awaitState(rehearsal.submit(empty), "unchanged");
  }

  @Test
  void
      a_machine_that_nobody_has_declared_is_proposed_and_becomes_a_host_when_its_entry_is_approved() {
    SiteText file = SiteText.of("known").with(machine("known1", "10.5.12.1"));
    rehearsal.awaitState(rehearsal.apply(file), "applied");
    MacAddress mac = new MacAddress("00:16:3E:77:00:01");
    machines.appear(mac);
    JsonNode proposal = proposal(mac).orElseThrow();
    assertThat(proposal.at("/suggestion/image").asText()).isEqualTo("xen-base");

    Map<String, String> entry =
        Map.of(
            "set",
            "known",
            "name",
            "known2",
            "image",
            "xen-base",
            "address",
            "10.5.12.2",
            "power",
            CONTROLLED + "122");
    Caller.Reply taken =
        rehearsal.operator().post("/api/machines/unknown/" + mac + "/accept", entry);
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    String run = taken.json().get("run").asText();
    assertThat(proposal(mac)).isEmpty();
    Caller.Reply early =
        rehearsal.operator().post("/api/machines/unknown/" + mac + "/accept", entry);
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.text()).contains(run);

    rehearsal.approve(run);
    JsonNode ended = rehearsal.awaitState(run, "applied");
    assertThat(ended.at("/plan/steps")).hasSize(1);
    assertThat(probe("known2").get("mac").asText()).isEqualTo(mac.value());
    assertThat(probe("known2").get("state").asText()).isEqualTo("done");
  }

  @Test
  void an_ignored_machine_is_proposed_no_more() {
    MacAddress mac = new MacAddress("00:16:3E:77:00:02");
    machines.appear(mac);
    assertThat(proposal(mac)).isPresent();

    Caller.Reply ignored =
        rehearsal.operator().post("/api/machines/unknown/" + mac + "/ignore", Map.of());

    assertThat(ignored.status()).isEqualTo(204);
    assertThat(proposal(mac)).isEmpty();
  }

  private Optional<JsonNode> proposal(MacAddress mac) {
    JsonNode unknown = rehearsal.operator().get("/api/machines/unknown").json();
    return StreamSupport.stream(unknown.spliterator(), false)
        .filter(each -> each.get("mac").asText().equals(mac.value()))
        .findFirst();
  }

  private JsonNode probe(String name) {
    return rehearsal.operator().get("/api/hosts/" + name + "/probe").json();
  }

  /** A second person is asked where data would be lost. */
  private void approveAsWell(String run) {
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    Map<String, String> plan = Map.of("digest", task.get("digest").asText());
    assertThat(rehearsal.act(rehearsal.admin(), task, "approve", plan).status()).isEqualTo(200);
  }

  private SimulatedMachine at(String address) {
    return machines.machine(new HostAddress(address));
  }

  private static Machine machine(String name, String address) {
    List<String> parts = List.of(address.split("\\."));
    String controller =
        CONTROLLED + (Integer.parseInt(parts.get(2)) * 10 + Integer.parseInt(parts.get(3)));
    return new Machine(name, address, "xen-base", controller);
  }
}
