package org.xsm.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xsm.engine.journey.SiteText;
import org.xsm.engine.journey.SiteText.Row;

/**
 * A site of equally full hosts, of which everything is changed at once again and again: on each
 * host one VM is retired, one created, two grow while they run, one grows beyond what it was
 * started for, and one moves to the next host. The other VMs stay as they are.
 */
final class ChangingSite {
  private static final int GROWING = 2;
  private static final int MEMORY = 64;

  private final String net;
  private List<List<Row>> hosts = new ArrayList<>();
  private int names;

  ChangingSite(String net, int hosts, int vmsOnEach) {
    this.net = net;
    for (int host = 0; host < hosts; host++) {
      List<Row> vms = new ArrayList<>();
      for (int vm = 0; vm < vmsOnEach; vm++) {
        vms.add(fresh(host));
      }
      this.hosts.add(vms);
    }
  }

  private Row fresh(int host) {
    return new Row("vm%03d".formatted(++names), address(host), MEMORY);
  }

  private String address(int host) {
    return net + (host + 1);
  }

  /** The hosts' addresses. */
  Set<String> addresses() {
    Set<String> addresses = new TreeSet<>();
    for (int host = 0; host < hosts.size(); host++) {
      addresses.add(address(host));
    }
    return addresses;
  }

  int vms() {
    return hosts.stream().mapToInt(List::size).sum();
  }

  /** Neighbours in the file are on different hosts. */
  SiteText file(String set) {
    SiteText file = SiteText.of(set);
    for (int place = 0; place < hosts.get(0).size(); place++) {
      for (List<Row> vms : hosts) {
        Row vm = vms.get(place);
        file = file.with(vm.name(), vm.host()).sized(vm.name(), vm.memory(), vm.vcpus());
      }
    }
    return file;
  }

  /** Changes everything; the VMs that stayed as they were come first the next time. */
  void change() {
    List<List<Row>> after = new ArrayList<>();
    hosts.forEach(vms -> after.add(new ArrayList<>(vms.subList(GROWING + 3, vms.size()))));
    for (int host = 0; host < hosts.size(); host++) {
      List<Row> vms = hosts.get(host);
      for (Row vm : vms.subList(1, 1 + GROWING)) {
        after.get(host).add(new Row(vm.name(), vm.host(), vm.memory() + 16, vm.vcpus() + 1));
      }
      Row large = vms.get(GROWING + 1);
      after.get(host).add(new Row(large.name(), large.host(), large.memory() * 4, large.vcpus()));
      after.get(host).add(fresh(host));
    }
    for (int host = 0; host < hosts.size(); host++) {
      Row moved = hosts.get(host).get(GROWING + 2);
      int next = (host + 1) % hosts.size();
      after
          .get(next)
          .add(new Row(moved.name(), address(next), moved.memory(), moved.vcpus()));
    }
    hosts = after;
  }

  /** MiB of the VMs that the next change moves, of the largest of them. */
  int moving() {
    return hosts.stream().mapToInt(vms -> vms.get(GROWING + 2).memory()).max().orElseThrow();
  }
}
