package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.xsm.webtasks.standing.HostStanding;
import org.xsm.webtasks.standing.Located;
import org.xsm.webtasks.standing.SiteStanding;
import org.xsm.webtasks.standing.VmStanding;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/** The running site as programs read it: what is wanted beside what was found. */
@Schema(name = "Site", description = "What is wanted beside what was found.")
public record SiteJson(
    List<SetJson> sets, @Schema(description = "Every known host.") List<HostJson> hosts) {

  static SiteJson of(Site wanted, List<HostFound> found) {
    SiteStanding standing = SiteStanding.of(wanted, found);
    return new SiteJson(
        wanted.sets().stream().map(set -> SetJson.of(set, standing)).toList(),
        standing.hosts().stream().map(HostJson::of).toList());
  }

  /** A set with its VMs, and the hosts that they are wanted on. */
  @Schema(name = "Set")
  public record SetJson(String name, List<VmJson> vms, List<HostJson> hosts) {
    private static SetJson of(VmSet set, SiteStanding standing) {
      SortedSet<HostAddress> wanted = new TreeSet<>(set.vms().stream().map(Vm::host).toList());
      return new SetJson(
          set.name().value(),
          standing.vmsOf(set).stream().map(VmJson::of).toList(),
          standing.hosts().stream()
              .filter(host -> wanted.contains(host.address()))
              .map(HostJson::of)
              .toList());
    }
  }

  /** A VM, wanted and found. */
  @Schema(name = "Vm")
  public record VmJson(
      String name,
      WantedJson wanted,
      @Schema(description = "null when no host has a domain of this name.") FoundJson found) {
    private static VmJson of(VmStanding vm) {
      return new VmJson(
          vm.wanted().name().value(),
          WantedJson.of(vm.wanted()),
          vm.found().map(FoundJson::of).orElse(null));
    }
  }

  /** A VM as it is wanted. */
  @Schema(name = "WantedVm")
  public record WantedJson(
      String host,
      int vcpus,
      @Schema(description = "MiB.") int memory,
      String template,
      String mac,
      @Schema(description = "DHCP, or an address.") String ip) {
    private static WantedJson of(Vm vm) {
      return new WantedJson(
          vm.host().value(),
          vm.vcpus(),
          vm.memory(),
          vm.template().value(),
          vm.mac().value(),
          vm.ip().text());
    }
  }

  /** A domain as its host lists it. */
  @Schema(name = "FoundVm")
  public record FoundJson(
      String host,
      @Schema(allowableValues = {"running", "paused", "shut-down", "crashed", "dying"})
          String state,
      int vcpus,
      @Schema(description = "MiB.") int memory,
      UUID uuid) {
    private static FoundJson of(Located found) {
      return new FoundJson(
          found.host().value(),
          found.domain().state().label(),
          found.domain().vcpus(),
          found.domain().memory(),
          found.domain().uuid().orElse(null));
    }
  }

  /** A host as it answered. */
  @Schema(name = "Host")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HostJson(
      String address,
      @Schema(description = "up, or unknown: never taken for empty.") String state,
      @Schema(description = "Only of a host that is up.") MemoryJson memory,
      String toolstack,
      @Schema(description = "Why a host is unknown.") String reason,
      @Schema(description = "Domains that the site does not name; never touched.")
          List<String> foreign) {
    private static HostJson of(HostStanding host) {
      return new HostJson(
          host.address().value(),
          host.found().map(HostFound::label).orElse("unknown"),
          host.up().map(up -> new MemoryJson(up.totalMemory(), up.freeMemory())).orElse(null),
          host.up().map(HostFound.Up::toolstack).orElse(null),
          host.up().isPresent() ? null : host.reason(),
          host.foreign().stream().map(domain -> domain.name()).toList());
    }
  }

  /** A host's memory in MiB. */
  @Schema(name = "Memory", description = "MiB.")
  public record MemoryJson(int total, int free) {}
}
