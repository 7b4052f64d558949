package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.TransferMethod;

/** Machines on their way and machines that nobody knows, on pages and in the API. */
class MachinesWebTest extends ServerTest {
  private static final String UNKNOWN = "/machines/" + SampleMachines.STRANGER;
  private static final String API = "/api/machines/unknown/" + SampleMachines.STRANGER;

  @Test
  void a_probe_tells_the_stage_its_percentage_and_the_whole_way() throws Exception {
    JsonNode probe = json(as("viewer").get("/api/hosts/xen5/probe"));

    assertThat(probe.get("stage").asText()).isEqualTo("transfer");
    assertThat(probe.get("percent").asInt()).isEqualTo(40);
    assertThat(probe.get("live").asBoolean()).isTrue();
    assertThat(probe.get("state").asText()).isEqualTo("running");
    assertThat(probe.get("likelyCause").asText()).contains("stands still");
    assertThat(probe.get("stages")).hasSize(11);
    assertThat(probe.at("/stages/0/stage").asText()).isEqualTo("dhcp-lease");
    assertThat(probe.at("/stages/1/passed").asBoolean()).isTrue();
    assertThat(probe.at("/stages/1").has("at")).isFalse();
    assertThat(probe.at("/stages/7/passed").asBoolean()).isFalse();
  }

  @Test
  void who_was_never_deployed_has_no_probe() throws Exception {
    for (String name : new String[] {"xen77", "no_name"}) {
      HttpResponse<String> answer = as("viewer").get("/api/hosts/" + name + "/probe");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(json(answer).get("detail").asText()).contains(name);
      assertThat(person("viewer").get("/hosts/" + name).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void the_page_of_a_machine_shows_where_it_stands() {
    String page = person("viewer").get("/hosts/xen5").body();

    assertThat(page)
        .contains("The machine has come to transfer, 40 %.", "stands still", "192.168.5.105")
        .contains("aria-current=\"step\"");
  }

  @Test
  void a_run_that_deploys_machines_shows_them_and_leads_to_their_stages() {
    String page = person("viewer").get("/runs/" + SampleMachines.DEPLOYING).body();

    assertThat(page).contains("Deploy", "xen5", "/hosts/xen5", "192.168.5.105");
  }

  @Test
  void the_inbox_proposes_what_nobody_has_declared() throws Exception {
    String inbox = person("viewer").get("/inbox").body();
    String page = person("operator").get(UNKNOWN).body();
    JsonNode listed = json(as("viewer").get("/api/machines/unknown"));

    assertThat(inbox).contains("Unknown machines", UNKNOWN, "could be xen6");
    assertThat(page).contains("xen6", "192.168.5.106", "17 times").doesNotContain("<script>");
    assertThat(listed.at("/0/suggestion/name").asText()).isEqualTo("xen6");
    assertThat(listed.at("/0/suggestion/ip").asText()).isEqualTo("STATIC");
    assertThat(listed.at("/0/count").asInt()).isEqualTo(17);
  }

  @Test
  void an_accepted_machine_leads_to_its_run() {
    HttpResponse<String> answer =
        person("operator")
            .postForm(
                UNKNOWN + "/accept",
                "set=My_site&name=xen7&image=xen-base&address=192.168.5.107&ip=DHCP&method=MULTICAST&power=wol");

    assertThat(answer.headers().firstValue("Location").get())
        .endsWith("/runs/" + Samples.APPROVING);
    BareHost machine = machines.accepted.get(0);
    assertThat(machine.name()).hasToString("xen7");
    assertThat(machine.mac()).isEqualTo(SampleMachines.STRANGER);
    assertThat(machine.method()).isEqualTo(TransferMethod.MULTICAST);
    assertThat(machine.power()).isEqualTo(new PowerControl.WakeOnLan());
  }

  @Test
  void everything_that_is_wrong_with_an_entry_is_told_at_once() throws Exception {
    HttpResponse<String> form =
        person("operator").postForm(UNKNOWN + "/accept", "set=a b&name=_&image=..&address=1&ip=X");
    HttpResponse<String> program =
        as("operator").postJson(API + "/accept", "{\"name\":\"xen7\",\"power\":\"steam\"}");

    assertThat(form.statusCode()).isEqualTo(422);
    assertThat(form.body()).contains("role=\"alert\"", "cannot be a host", "not an IPv4 address");
    assertThat(program.statusCode()).isEqualTo(422);
    assertThat(json(program).get("problems")).hasSize(4);
    assertThat(machines.accepted).isEmpty();
  }

  @Test
  void a_program_accepts_and_ignores() throws Exception {
    HttpResponse<String> accepted =
        as("operator")
            .postJson(
                API + "/accept",
                "{\"set\":\"My_site\",\"name\":\"xen7\",\"image\":\"xen-base\",\"address\":\"192.168.5.107\"}");
    HttpResponse<String> ignored = as("operator").postJson(API + "/ignore", "");

    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(json(accepted).get("run").asText()).isEqualTo(Samples.APPROVING.value());
    assertThat(ignored.statusCode()).isEqualTo(204);
    assertThat(machines.ignored).containsExactly(SampleMachines.STRANGER);
  }
}
