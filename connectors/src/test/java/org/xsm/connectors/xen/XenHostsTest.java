package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/** Observations of a host behind a real OpenSSH server. */
class XenHostsTest {
  private static final HostAddress HOST = XenLab.HOST;

  @RegisterExtension static final XenLab lab = new XenLab();

  @Test
  void a_host_tells_its_memory_and_every_guest() throws Exception {
    UUID uuid = UUID.randomUUID();
    lab.addDomain(3, "vm1 " + uuid + " 96 -b----");
    lab.addDomain(4, "vm2--incoming " + uuid + " 0 --p---");

    assertThat(look())
        .isEqualTo(
            new HostFound.Up(
                HOST,
                "xl 4.17.5",
                2,
                1023,
                626,
                List.of(
                    domain(3, "vm1", uuid, 96, DomainState.RUNNING),
                    domain(4, "vm2--incoming", uuid, 0, DomainState.PAUSED))));
  }

  private static Domain domain(int id, String name, UUID uuid, int memory, DomainState state) {
    String mac = "00:16:3e:00:00:0" + id;
    return new Domain(id, name, Optional.of(uuid), 1, memory, state, List.of(mac));
  }

  @Test
  void uuids_come_from_the_json_where_the_table_has_none() throws Exception {
    UUID uuid = UUID.randomUUID();
    lab.set("no-verbose", "");
    lab.addDomain(3, "vm1 " + uuid + " 96 -b----");

    assertThat(((HostFound.Up) look()).domains())
        .containsExactly(domain(3, "vm1", uuid, 96, DomainState.RUNNING));
  }

  @Test
  void a_host_without_guests_is_up_and_empty() {
    assertThat(((HostFound.Up) look()).domains()).isEmpty();
  }

  @Test
  void a_host_whose_tool_fails_is_unknown_with_the_tools_words() throws Exception {
    lab.unset("info");

    assertThat(reason()).contains("'xl info' failed there with exit code 1", "No such file");
  }

  @Test
  void a_host_that_prints_something_else_is_unknown() throws Exception {
    lab.addDomain(3, "vm1 no-uuid 96 -b----");

    assertThat(reason()).contains("'list' has the line 'vm1");
  }

  @Test
  void a_host_that_we_do_not_know_is_unknown_with_the_way_to_add_it() throws Exception {
    Files.writeString(lab.server.knownHosts(), "");

    assertThat(reason()).contains("ssh-keyscan");
  }

  @Test
  void hosts_are_asked_at_the_same_time_and_each_stands_for_itself() {
    HostAddress other = new HostAddress("192.168.5.102");

    Observation found = lab.manager.hosts.observe(List.of(other, HOST, HOST));

    assertThat(found.hosts()).extracting(HostFound::address).containsExactly(HOST, other);
    assertThat(found.hosts()).allMatch(HostFound.Up.class::isInstance);
  }

  @Test
  void a_host_whose_tool_hangs_is_unknown_after_its_limit() throws Exception {
    lab.hang();
    try (XenLab.Manager impatient =
        lab.manager(XenLab.limits(Duration.ofSeconds(3), Duration.ofSeconds(3)))) {
      HostFound found = impatient.hosts.observe(List.of(HOST)).hosts().get(0);

      assertThat(((HostFound.Unknown) found).reason()).contains("did not end the command in time");
    }
  }

  private HostFound look() {
    return lab.manager.hosts.observe(List.of(HOST)).hosts().get(0);
  }

  private String reason() {
    assertThat(look()).isInstanceOf(HostFound.Unknown.class);
    return ((HostFound.Unknown) look()).reason();
  }
}
