package org.xsm.workflows.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TransferMethod;
import org.xsm.workflows.site.VmSet;

class ProposalTest {
  @Test
  void the_next_name_and_address_and_the_usual_image_are_proposed() {
    Site site =
        site(
            machine("xen3", "10.0.0.3", "base"),
            machine("xen9", "10.0.0.9", "base"),
            machine("oddone", "10.0.0.10", "other"));

    List<Proposal> proposals = Proposal.of(strangers(2), site);

    assertThat(proposals).extracting(Proposal::name).hasToString("[xen10, xen11]");
    assertThat(proposals)
        .extracting(Proposal::address)
        .containsExactly(
            Optional.of(new HostAddress("10.0.0.11")), Optional.of(new HostAddress("10.0.0.12")));
    assertThat(proposals)
        .extracting(Proposal::image)
        .containsOnly(Optional.of(new ImageName("base")));
    assertThat(proposals).extracting(Proposal::set).containsOnly(Optional.of(new SetName("lab")));
  }

  @Test
  void in_an_empty_site_only_a_name_can_be_proposed() {
    Proposal proposal = Proposal.of(strangers(1), new Site(List.of())).get(0);

    assertThat(proposal.name()).hasToString("xen1");
    assertThat(proposal.set()).isEmpty();
    assertThat(proposal.image()).isEmpty();
    assertThat(proposal.address()).isEmpty();
  }

  @Test
  void where_the_network_ends_no_address_is_proposed() {
    Site site = site(machine("xen1", "10.0.0.253", "base"));

    assertThat(Proposal.of(strangers(3), site))
        .extracting(Proposal::address)
        .containsExactly(
            Optional.of(new HostAddress("10.0.0.254")), Optional.empty(), Optional.empty());
  }

  private static Site site(BareHost... machines) {
    return new Site(
        List.of(
            new VmSet(new SetName("empty"), Optional.empty(), List.of()),
            new VmSet(new SetName("lab"), Optional.empty(), List.of(machines), List.of())));
  }

  private static List<Stranger> strangers(int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(number -> new MacAddress("00:16:3E:00:00:0" + number))
            .map(mac -> new Stranger(mac, "unknown", Instant.EPOCH, Instant.EPOCH, 1))
            .toList());
  }

  private static BareHost machine(String name, String address, String image) {
    return new BareHost(
        new HostName(name),
        new ImageName(image),
        new HostAddress(address),
        new MacAddress("00:16:3E:00:01:05"),
        Addressing.STATIC,
        TransferMethod.AUTO,
        new PowerControl.Manual());
  }
}
