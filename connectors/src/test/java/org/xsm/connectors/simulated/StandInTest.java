package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInTest {
  @TempDir Path site;
  private Dom0 dom0;
  private SimulatedHost host;

  @BeforeEach
  void furnish() throws IOException {
    dom0 = Dom0.in(site);
    host = dom0.host();
  }

  @Test
  void a_domain_is_listed_without_memory_while_it_is_made() throws Exception {
    host.setTime("create", Duration.ofSeconds(2));
    dom0.run("xl create -q g1.cfg >create.out 2>&1 & true");
    await().until(() -> named("g1"));
    assertThat(only().memory()).isZero();
    assertThat(only().state()).isEqualTo("--p---");
    assertThat(dom0.run("xl list -l g1"))
        .isEqualTo(
            new Dom0.Answer(
                0,
                "[\n\n]\n\n",
                "libxl: error: libxl_domain.c:2335:retrieve_domain_configuration_lock_acquired:"
                    + " Domain 1:Fail to get domain configuration\n"));
    await().until(() -> only().state().equals("r-----") && only().memory() == 96);
  }

  private boolean named(String name) {
    return host.domains().stream().anyMatch(domain -> domain.name().equals(name));
  }

  private SimulatedDomain only() {
    assertThat(host.domains()).hasSize(1);
    return host.domains().get(0);
  }

  @Test
  void killed_in_the_middle_of_create_it_leaves_a_half_made_domain() {
    host.dieDuring("create", 1);
    assertThat(dom0.run("xl create g1.cfg; echo $?").out()).contains("137");
    assertThat(only().memory()).isZero();
    assertThat(only().state()).isEqualTo("--p---");
    assertThat(host.count("create")).isZero();
    assertThat(dom0.run("xl create g1.cfg").exit()).isEqualTo(3);
    assertThat(dom0.run("xl destroy g1 && xl create g1.cfg").exit()).isZero();
    assertThat(only().memory()).isEqualTo(96);
  }

  @Test
  void killed_after_create_the_domain_runs_all_the_same() {
    host.dieAfter("create", 1);
    assertThat(dom0.run("xl create g1.cfg; echo $?").out()).contains("137");
    assertThat(only().memory()).isEqualTo(96);
    assertThat(host.count("create")).isOne();
  }

  @Test
  void a_verb_fails_as_it_is_told_and_as_often() {
    host.fail("create", 3, "libxl: error: no luck\nnone at all", 2);
    Dom0.Answer refused = new Dom0.Answer(3, "", "libxl: error: no luck\nnone at all\n");
    assertThat(dom0.run("xl create g1.cfg")).isEqualTo(refused);
    assertThat(dom0.run("xl create g1.cfg")).isEqualTo(refused);
    assertThat(dom0.run("xl create g1.cfg").exit()).isZero();
    assertThat(host.effects()).extracting(Effect::verb).containsExactly("create-begin", "create");
  }

  @Test
  void a_verb_that_hangs_does_nothing_and_ends_when_the_host_is_healed() throws Exception {
    host.hangDuring("destroy");
    dom0.run("xl create g1.cfg");
    dom0.run("{ xl destroy g1; echo $? >code; } >/dev/null 2>&1 & true");
    assertThat(named("g1")).isTrue();
    assertThat(dom0.folder().resolve("code")).doesNotExist();
    host.heal();
    await().until(() -> Files.exists(dom0.folder().resolve("code")));
    await().until(() -> Files.readString(dom0.folder().resolve("code")).equals("143\n"));
    assertThat(named("g1")).isTrue();
  }

  @Test
  void of_two_that_take_the_last_memory_at_once_never_both_have_it() {
    host.setTime("create", Duration.ofMillis(300));
    dom0.run(
        "sed -i 's/^memory.*/memory = 400/; s/^maxmem.*//' g1.cfg; sed -i 's/^memory.*/memory = 400/' g3.cfg");
    dom0.run("xl create -q g1.cfg & xl create -q g3.cfg & wait");
    assertThat(host.domains()).hasSizeLessThan(2).allMatch(domain -> domain.memory() == 400);
  }

  @Test
  void twenty_creates_at_once_have_twenty_domids() {
    host.setTime("create", Duration.ofMillis(200));
    dom0.run(
        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do"
            + " xl create -q g1.cfg name=\\\"n$i\\\" memory=16 maxmem=16 & done; wait");
    assertThat(host.domains()).hasSize(20);
    assertThat(host.domains()).extracting(SimulatedDomain::id).isSorted().doesNotHaveDuplicates();
    assertThat(host.count("create")).isEqualTo(20);
  }

  @Test
  void a_paused_guest_does_not_listen_and_stops_as_soon_as_it_can() {
    host.setTime("acknowledge", Duration.ofMillis(200));
    assertThat(dom0.run("xl create -p -q g1.cfg; xl shutdown g1"))
        .isEqualTo(
            new Dom0.Answer(
                1,
                "",
                """
                Shutting down domain 1
                libxl: error: libxl_domain.c:854:pvcontrol_cb: guest didn't acknowledge control request: -9
                shutdown failed (rc=-9)
                """));
    assertThat(only().state()).isEqualTo("--p---");
    dom0.run("xl unpause g1");
    await().until(() -> host.domains().isEmpty());
  }

  @Test
  void who_is_gone_is_not_asked_to_stop() {
    host.setTime("acknowledge", Duration.ofMinutes(1));
    Dom0.Answer answer = dom0.run("xl create -q g1.cfg; xl destroy g1; xl shutdown 1");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).endsWith("shutdown failed (rc=-3)\n");
    assertThat(host.count("shutdown")).isZero();
  }

  @Test
  void a_guest_that_is_kept_holds_its_memory_and_shows_why_it_stopped() {
    dom0.run("xl create p.cfg; xl shutdown -w g1");
    assertThat(only().state()).isEqualTo("---s--");
    assertThat(dom0.run("xl list -v g1").out()).matches("(?s).*---s--.* 0 +-\n");
    assertThat(dom0.run("xl info free_memory").out()).isEqualTo("530\n");
  }

  @Test
  void a_guest_keeps_its_uuid_over_a_reboot_and_gets_a_new_domid() {
    host.setTime("reboot", Duration.ofMillis(50));
    dom0.run("xl create g1.cfg");
    SimulatedDomain before = only();
    dom0.run("xl reboot g1");
    await().until(() -> only().id() != before.id());
    assertThat(only().uuid()).isEqualTo(before.uuid());
  }

  @Test
  void a_guest_that_is_left_with_too_little_memory_dies() {
    host.setTime("crash", Duration.ofMillis(50));
    assertThat(dom0.run("xl create g1.cfg; xl mem-set g1 8").exit()).isZero();
    await().until(() -> host.domains().isEmpty());
    assertThat(host.effects()).extracting(Effect::verb).endsWith("ended");
  }

  @Test
  void what_a_paused_guest_is_told_it_does_when_it_runs() {
    dom0.run("xl create g1.cfg; xl pause g1; xl mem-set g1 90; xl vcpu-set g1 2");
    assertThat(only().memory()).isEqualTo(96);
    assertThat(only().vcpus()).isEqualTo(1);
    dom0.run("xl unpause g1");
    assertThat(only().memory()).isEqualTo(90);
    assertThat(only().vcpus()).isEqualTo(2);
  }

  @Test
  void nothing_in_a_config_is_ever_run() throws Exception {
    String hostile = "'; touch pwned; $(touch pwned) `touch pwned` \\\\ ${HOME} \\\" %s * #;";
    dom0.put(
        "h.cfg",
        "name=\"x%s\"\nkernel=\"/k%s\"\nextra=\"%s\"\nramdisk=\"a\\nb\\ttouch pwned\"\nvif=['bridge=%s']\n"
            .formatted(hostile, hostile, hostile, "$(touch pwned)`touch pwned`"));
    dom0.put("faults/missing", "/nothing");
    assertThat(dom0.run("xl create h.cfg").exit()).isZero();
    JsonNode config =
        new ObjectMapper().readTree(dom0.run("xl list -l").out()).get(1).get("config");
    String meant = hostile.replace("\\\\", "\\").replace("\\\"", "\"");
    assertThat(config.at("/c_info/name").asText()).isEqualTo("x" + meant);
    assertThat(config.at("/b_info/kernel").asText()).isEqualTo("/k" + meant);
    assertThat(config.at("/b_info/cmdline").asText()).isEqualTo(meant);
    assertThat(config.at("/b_info/ramdisk").asText()).isEqualTo("a\nb\ttouch pwned");
    assertThat(only().name()).isEqualTo("x" + meant);
    dom0.run("xl rename 1 '$(touch pwned)\"\\'; xl list -l 1; xl destroy '$(touch pwned)\"\\'");
    assertThat(host.domains()).isEmpty();
    assertThat(dom0.folder().resolve("pwned")).doesNotExist();
  }

  @Test
  void a_uuid_of_the_config_is_the_domains() {
    UUID uuid = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    dom0.run("xl create g1.cfg 'uuid=\"" + uuid + "\"'");
    assertThat(only().uuid()).isEqualTo(uuid);
    assertThat(host.effects()).extracting(Effect::uuid).containsOnly(uuid.toString());
  }

  @Test
  void the_hosts_own_xl_works_from_any_folder() throws Exception {
    Process process =
        new ProcessBuilder(dom0.folder().resolve("xl").toString(), "info", "host")
            .directory(site.toFile())
            .start();
    assertThat(process.getInputStream().readAllBytes()).asString().isEqualTo("xen1\n");
  }

  @Test
  void the_config_parser_refuses_what_the_real_one_refuses() {
    List<List<String>> refused =
        List.of(
            List.of("a=1\r\n", "near `\r': lexical error"),
            List.of("a=\"x\n", "near `\"x': lexical error"),
            List.of("Memory=64\n", "near `Memory=64': lexical error"),
            List.of("a=-1\n", "near `-1': lexical error"),
            List.of("a=[1\n", "near `': syntax error, unexpected $end, expecting ']'"),
            List.of("a b\n", "near `b': syntax error, unexpected IDENT, expecting += or '='"),
            List.of("a=1 2\n", "near `2': syntax error, unexpected NUMBER, expecting $end"),
            List.of("a=True\n", "near `True': lexical error"),
            List.of("#x", "near `#x': lexical error"));
    for (List<String> each : refused) {
      dom0.put("c.cfg", each.get(0));
      Dom0.Answer answer = dom0.run("xl create -n c.cfg");
      assertThat(answer.exit()).as(each.get(0)).isOne();
      assertThat(answer.err())
          .contains("c.cfg:1: config parsing error " + each.get(1))
          .endsWith("Failed to parse config: Invalid argument\n");
    }
  }
}
