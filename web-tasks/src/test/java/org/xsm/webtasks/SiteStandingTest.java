package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xsm.webtasks.standing.HostStanding;
import org.xsm.webtasks.standing.SiteStanding;
import org.xsm.webtasks.standing.Standing;
import org.xsm.webtasks.standing.VmStanding;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.site.Site;

class SiteStandingTest {
  private final SiteStanding standing = SiteStanding.of(Samples.site(), Samples.found());

  @Test
  void a_vm_on_its_host_is_running_or_not() {
    assertThat(of("vm1").standing()).isEqualTo(Standing.RUNNING);
    assertThat(of("vm3").standing()).isEqualTo(Standing.NOT_RUNNING);
  }

  @Test
  void a_vm_that_an_answering_host_does_not_have_is_missing() {
    assertThat(of("vm5").standing()).isEqualTo(Standing.MISSING);
  }

  @Test
  void a_vm_of_a_silent_host_is_unknown_never_missing() {
    assertThat(of("build-1").standing()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void a_vm_on_another_host_is_elsewhere_and_a_stray_there() {
    assertThat(of("vm4").standing()).isEqualTo(Standing.ELSEWHERE);
    assertThat(host("192.168.5.102").strays()).extracting(Domain::name).containsExactly("vm4");
  }

  @Test
  void a_domain_that_the_site_does_not_name_is_foreign() {
    assertThat(host("192.168.5.101").foreign())
        .extracting(Domain::name)
        .containsExactly(Samples.HOSTILE);
  }

  @Test
  void a_host_that_was_never_asked_is_there_and_says_so() {
    SiteStanding unasked = SiteStanding.of(Samples.site(), List.of());

    assertThat(unasked.hosts()).hasSize(5);
    assertThat(unasked.hosts().get(0).reason()).isEqualTo("The host has not been asked yet.");
    assertThat(unasked.vms()).extracting(VmStanding::standing).containsOnly(Standing.UNKNOWN);
  }

  @Test
  void an_observed_host_without_wanted_vms_is_shown() {
    assertThat(SiteStanding.of(new Site(List.of()), Samples.found()).hosts()).hasSize(5);
  }

  private VmStanding of(String name) {
    return standing.vms().stream()
        .filter(vm -> vm.wanted().name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private HostStanding host(String address) {
    return standing.hosts().stream()
        .filter(host -> host.address().value().equals(address))
        .findFirst()
        .orElseThrow();
  }
}
