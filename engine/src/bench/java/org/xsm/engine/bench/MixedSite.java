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
import org.xsm.workflows.plan.Step;
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
 * A running site of which much changes at once. Hosts are nearly full, but for every tenth, so that
 * guests which change places must go over one of those. Of a hundred VMs, two change places with one
 * of the host beside theirs, four go in a ring of three hosts, two move to an emptier host, four get
 * another size, two another hardware address; one is retired and one created.
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
    List<Step> creates =
        planner.plan(site, new Undertaken(List.of()), new Observation(empty)).steps();
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
      int host = number % hosts;
      switch (number / hosts * 37 % 100 + host % 50) {
        case 0 -> after.add(vm.at(host(host + 1)));
        case 1 -> after.add(vm.at(host(host - 1)));
        case 2, 3 -> after.add(vm.at(host(host + 1)));
        case 4 -> after.add(vm.at(host(host - 2)));
        case 5, 6 -> after.add(vm.at(host(host / 10 * 10 + 9)));
        case 10, 11 -> after.add(vm.sized(3, MEMORY + 64));
        case 12, 13 -> after.add(vm.sized(1, MEMORY - 128));
        case 14, 15 -> after.add(other(vm, number));
        case 16 -> after.add(vm(number + 10_000_000, host));
        default -> after.add(vm);
      }
    }
    return after;
  }

  private static Vm other(Vm vm, int number) {
    return new Vm(
        vm.name(),
        vm.template(),
        vm.host(),
        vm.vcpus(),
        new MacAddress(String.format("AE:00:00:%02X:%02X:%02X", number >> 16 & 255, number >> 8 & 255, number & 255)),
        vm.ip(),
        vm.memory());
  }
}
