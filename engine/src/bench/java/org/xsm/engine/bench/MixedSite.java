package org.xsm.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Planner;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.plan.Undertaken;
import org.xsm.workflows.plan.UndertakenVm;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/**
 * A running site of which much changes at once. Hosts are nearly full, but for the last of every
 * ten; so guests that change places must go over one of those, or become smaller for a while. Of a
 * hundred VMs, four change places with one of the host beside theirs, six go round a ring of three
 * hosts, two move to the roomy host, three grow and four shrink, two or three get another hardware
 * address, and two are retired and two created in their place.
 *
 * @param last the VMs as we made them, with their guest configs
 */
record MixedSite(Site wanted, Undertaken last, Observation found) {
  private static final SetName SET = new SetName("large");
  private static final TemplateName TEMPLATE = new TemplateName("apache_svr");
  private static final int MEMORY = 512;
  private static final int TIGHT = 300;
  private static final int ROOMY = 20_000;

  static MixedSite of(Planner planner, int hosts, int vms) {
    List<Vm> before = new ArrayList<>();
    for (int vm = 0; vm < vms; vm++) {
      before.add(vm(vm, vm % hosts));
    }
    Site site = site(before);
    Undertaken last = made(planner, site, hosts);
    return new MixedSite(site(changed(before, hosts)), last, found(planner, last, hosts));
  }

  private static Vm vm(int number, int host) {
    String mac =
        String.format(
            "AA:00:00:%02X:%02X:%02X", number >> 16 & 255, number >> 8 & 255, number & 255);
    return new Vm(
        new VmName("vm" + number),
        TEMPLATE,
        host(host),
        2,
        new MacAddress(mac),
        new IpSetting.Dhcp(),
        MEMORY);
  }

  private static HostAddress host(int number) {
    return new HostAddress("10." + number / 62_500 + "." + number / 250 % 250 + "." + (number % 250 + 1));
  }

  private static Site site(List<Vm> vms) {
    return new Site(List.of(new VmSet(SET, Optional.empty(), vms)));
  }

  /** As they are when a first plan has made them on empty hosts. */
  private static Undertaken made(Planner planner, Site site, int hosts) {
    List<HostFound> empty = new ArrayList<>();
    for (int host = 0; host < hosts; host++) {
      empty.add(up(host, 1 << 24, List.of()));
    }
    List<VmStep> creates =
        planner.plan(site, new Undertaken(List.of()), new Observation(empty)).vmSteps();
    return new Undertaken(
        creates.stream()
            .map(
                step ->
                    new UndertakenVm(
                        SET, step.vm(), Optional.empty(), Optional.of(step.guestConfig())))
            .toList());
  }

  private static Observation found(Planner planner, Undertaken last, int hosts) {
    Map<HostAddress, List<Domain>> domains = new TreeMap<>();
    for (UndertakenVm vm : last.vms()) {
      domains.computeIfAbsent(vm.vm().host(), none -> new ArrayList<>()).add(domain(planner, vm));
    }
    List<HostFound> found = new ArrayList<>();
    for (int host = 0; host < hosts; host++) {
      int free = host % 10 == 9 ? ROOMY : TIGHT;
      found.add(up(host, free, domains.getOrDefault(host(host), List.of())));
    }
    return new Observation(found);
  }

  private static Domain domain(Planner planner, UndertakenVm vm) {
    return new Domain(
        7,
        vm.vm().name().value(),
        Optional.of(planner.identity().of(SET, vm.vm())),
        vm.vm().vcpus(),
        vm.vm().memory(),
        DomainState.RUNNING,
        List.of(vm.vm().mac().value()));
  }

  private static HostFound up(int host, int free, List<Domain> domains) {
    return new HostFound.Up(host(host), "xl 4.17.5", 16, 1 << 20, free, domains);
  }

  private static List<Vm> changed(List<Vm> before, int hosts) {
    List<Vm> after = new ArrayList<>();
    for (int number = 0; number < before.size(); number++) {
      Vm vm = before.get(number);
      after.add(changed(vm, new Seat(number % hosts, number / hosts)));
    }
    return after;
  }

  /** The VMs of a host are numbered, too. */
  private record Seat(int host, int place) {
    boolean isEvery(int other) {
      return (host / 10 + place) % other == 0;
    }

    HostAddress beside(int by) {
      return MixedSite.host(host + by);
    }
  }

  private static Vm changed(Vm vm, Seat seat) {
    return switch (seat.host() % 10) {
      case 0, 2, 3 -> seat.isEvery(5) ? vm.at(seat.beside(1)) : vm;
      case 1 -> seat.isEvery(5) ? vm.at(seat.beside(-1)) : vm;
      case 4 -> seat.isEvery(5) ? vm.at(seat.beside(-2)) : vm;
      case 5 -> seat.isEvery(5) ? vm.at(seat.beside(4)) : vm;
      case 6 ->
          seat.isEvery(3)
              ? vm.sized(3, MEMORY + 64)
              : seat.isEvery(2) ? vm.sized(1, MEMORY - 128) : vm;
      case 7 -> seat.isEvery(4) ? renewed(vm, vm.name()) : vm;
      case 8 -> seat.isEvery(5) ? renewed(vm, new VmName("new-" + vm.name())) : vm;
      default -> vm;
    };
  }

  /** With another hardware address, and perhaps another name. */
  private static Vm renewed(Vm vm, VmName name) {
    MacAddress mac = new MacAddress(vm.mac().value().replaceFirst("AA", "AE"));
    return new Vm(name, vm.template(), vm.host(), vm.vcpus(), mac, vm.ip(), vm.memory());
  }
}
