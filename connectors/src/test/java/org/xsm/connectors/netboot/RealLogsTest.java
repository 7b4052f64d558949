package org.xsm.connectors.netboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;

/** The logs of real network boots tell how far each machine came, and why it came no farther. */
class RealLogsTest {
  @ParameterizedTest
  @CsvSource({
    "pxe/dnsmasq.log, dhcp-lease boot-loader boot-loader boot-menu kernel initrd boot-menu"
        + " dhcp-lease boot-loader boot-loader boot-menu",
    "pxe/lease-events.log, dhcp-lease boot-loader boot-loader boot-menu kernel initrd boot-menu"
        + " dhcp-lease boot-loader boot-loader boot-menu",
    "pxe/rsyncd.log, installer transfer installed",
    "pxe/monitor.log, installer transfer:1 transfer:100 installed installed local-boot",
    "pxe-failures/unknown-mac/dnsmasq.log, ?52:54:00:AA:00:01 ?52:54:00:AA:00:01"
        + " ?52:54:00:AA:00:01 ?52:54:00:AA:00:01",
    "pxe-failures/no-config/dnsmasq.log, dhcp-lease boot-loader boot-loader !boot-menu",
    "pxe-failures/no-kernel/dnsmasq.log, dhcp-lease boot-loader boot-loader boot-menu !kernel",
    "pxe-failures/bad-module/rsyncd.log, installer !transfer",
    "pxe-failures/bad-module/monitor.log, installer transfer:1 !installed",
    "pxe-failures/disk-full/rsyncd.log, installer transfer !transfer !transfer",
    "pxe-failures/disk-full/monitor.log, installer transfer:1 !installed",
    "pxe-failures/killed-in-rsync/rsyncd.log, installer transfer",
    "pxe-failures/killed-in-rsync/monitor.log, installer transfer:1",
    "pxe-failures/tftpd-hpa/dnsmasq.log, dhcp-lease dhcp-lease",
    "pxe-failures/tftpd-hpa/tftpd.log, boot-loader boot-loader boot-menu kernel initrd",
    "pxe-failures/tftpd-hpa/rsyncd.log, installer transfer installed",
  })
  void a_log_tells_its_story(String log, String story) throws Exception {
    assertThat(Logs.story(log)).isEqualTo(story);
  }

  @ParameterizedTest
  @CsvSource({
    "pxe-failures/no-config/dnsmasq.log, boot menu",
    "pxe-failures/no-kernel/dnsmasq.log, nosuch",
    "pxe-failures/bad-module/rsyncd.log, nosuch",
    "pxe-failures/disk-full/rsyncd.log, disk is full",
    "pxe-failures/bad-module/monitor.log, gave up"
  })
  void a_failure_has_a_cause_in_one_sentence(String log, String words) throws Exception {
    assertThat(Logs.sightings(log))
        .filteredOn(Failed.class::isInstance)
        .allSatisfy(
            failed ->
                assertThat(((Failed) failed).cause()).contains(words).matches("\\p{Lu}.*[.]"));
  }

  @Test
  void a_lease_names_the_machine_by_card_and_address() throws Exception {
    assertThat(Logs.sightings("pxe/dnsmasq.log").get(0).trace())
        .isEqualTo(Trace.of(new MacAddress("52:54:00:AA:00:01"), Logs.node1()));
    assertThat(Logs.sightings("pxe/monitor.log").get(0).trace())
        .isEqualTo(Trace.of(new MacAddress("52:54:00:AA:00:01"), Logs.node1()));
  }

  @Test
  void four_machines_at_once_are_told_apart() throws Exception {
    Map<Optional<IpAddress>, List<Sighting>> machines =
        Logs.sightings("pxe-parallel/monitor-4.log").stream()
            .collect(Collectors.groupingBy(sighting -> sighting.trace().address()));
    assertThat(machines).hasSize(4);
    assertThat(machines.values())
        .allSatisfy(told -> assertThat(last(told)).isEqualTo("LOCAL_BOOT"));
    Map<Optional<IpAddress>, List<Sighting>> booted =
        Logs.sightings("pxe-parallel/dnsmasq-4.log").stream()
            .collect(Collectors.groupingBy(sighting -> sighting.trace().address()));
    assertThat(booted).hasSize(4);
  }

  private static String last(List<Sighting> told) {
    Progress progress = Progress.NONE;
    for (Sighting sighting : told) {
      progress = progress.after(sighting);
    }
    return progress.stage().map(Stage::name).orElse("");
  }

  @Test
  void all_logs_of_a_deployment_together_end_with_the_start_from_disk() throws Exception {
    List<Sighting> told = new ArrayList<>(Logs.sightings("pxe/dnsmasq.log").subList(0, 6));
    told.addAll(Logs.sightings("pxe/rsyncd.log"));
    told.addAll(Logs.sightings("pxe/dnsmasq.log").subList(6, 11));
    assertThat(last(told)).isEqualTo("LOCAL_BOOT");
  }
}
