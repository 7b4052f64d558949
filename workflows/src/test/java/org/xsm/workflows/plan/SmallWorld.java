package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.Ceiling;
import org.xsm.workflows.template.WrittenConfig;

/**
 * Hosts and guests that do what steps ask of them, as real ones would: with memory in use, with
 * limits that a guest has had since its start, and with configs that lie on the hosts. Whatever
 * real hosts would refuse fails here.
 */
final class SmallWorld {
  private static final class Running {
    HostAddress host;
    String name;
    int vcpus;
    int memory;
    Ceiling ceiling;
  }

  private final Map<HostAddress, Double> free = new TreeMap<>();
  private final Map<UUID, Running> guests = new HashMap<>();
  private final Map<UUID, UndertakenVm> undertaken = new HashMap<>();
  private final double overhead;

  /**
   * @param overhead what each guest really costs its host beyond its own memory, in MiB
   */
  SmallWorld(Map<HostAddress, Integer> free, double overhead) {
    free.forEach((host, memory) -> this.free.put(host, (double) memory));
    this.overhead = overhead;
  }

  SmallWorld copy() {
    SmallWorld copy = new SmallWorld(Map.of(), overhead);
    copy.free.putAll(free);
    copy.undertaken.putAll(undertaken);
    guests.forEach((uuid, guest) -> copy.run(uuid, guest.name, vmOf(guest), guest.ceiling));
    return copy;
  }

  private record Place(HostAddress host, int vcpus, int memory) {}

  private static Place vmOf(Running guest) {
    return new Place(guest.host, guest.vcpus, guest.memory);
  }

  private void run(UUID uuid, String name, Place place, Ceiling ceiling) {
    Running guest = new Running();
    guest.host = place.host();
    guest.name = name;
    guest.vcpus = place.vcpus();
    guest.memory = place.memory();
    guest.ceiling = ceiling;
    guests.put(uuid, guest);
  }

  /** A VM of ours that runs already, and whose memory is not in what is free. */
  void ours(Vm vm, UUID uuid, Optional<String> config) {
    undertaken.put(uuid, new UndertakenVm(Worlds.SET, vm, Optional.empty(), config));
    Ceiling ceiling =
        config
            .flatMap(text -> new WrittenConfig(text).ceiling())
            .orElse(new Ceiling(vm.vcpus(), vm.memory()));
    run(uuid, vm.name().value(), new Place(vm.host(), vm.vcpus(), vm.memory()), ceiling);
  }

  /** A VM of ours that does not run any more. */
  void gone(Vm vm, UUID uuid) {
    undertaken.put(uuid, new UndertakenVm(Worlds.SET, vm, Optional.empty(), Optional.empty()));
  }

  Undertaken undertaken() {
    List<UndertakenVm> vms = new ArrayList<>(undertaken.values());
    vms.sort((one, other) -> one.vm().name().compareTo(other.vm().name()));
    return new Undertaken(vms);
  }

  Observation found() {
    List<HostFound> hosts = new ArrayList<>();
    free.forEach(
        (host, memory) -> hosts.add(Worlds.up(host, (int) Math.floor(memory), domains(host))));
    return new Observation(hosts);
  }

  private Domain[] domains(HostAddress host) {
    return guests.entrySet().stream()
        .filter(guest -> guest.getValue().host.equals(host))
        .map(
            guest ->
                new Domain(
                    7,
                    guest.getValue().name,
                    Optional.of(guest.getKey()),
                    guest.getValue().vcpus,
                    guest.getValue().memory,
                    DomainState.RUNNING,
                    List.of()))
        .toArray(Domain[]::new);
  }

  void begin(VmStep step) {
    Vm vm = step.vm();
    switch (step.kind()) {
      case CREATE_VM -> {
        assertThat(guests).doesNotContainKey(step.uuid());
        take(vm.host(), vm.memory() + overhead);
      }
      case MIGRATE_VM -> {
        assertThat(guests.get(step.uuid()).host).isEqualTo(step.from().orElseThrow());
        assertThat(vm.host()).isNotEqualTo(step.from().orElseThrow());
        take(vm.host(), vm.memory() + overhead);
      }
      case RECONFIGURE_VM -> {
        Running guest = guests.get(step.uuid());
        assertThat(guest.host).isEqualTo(vm.host());
        take(vm.host(), Math.max(0, vm.memory() - guest.memory));
      }
      case RETIRE_VM -> assertThat(guests.get(step.uuid()).host).isEqualTo(vm.host());
    }
  }

  void finish(VmStep step) {
    Vm vm = step.vm();
    Running guest = guests.remove(step.uuid());
    switch (step.kind()) {
      case RETIRE_VM -> give(guest.host, guest.memory + overhead);
      case MIGRATE_VM -> give(guest.host, guest.memory + overhead);
      case RECONFIGURE_VM -> give(guest.host, Math.max(0, guest.memory - vm.memory()));
      case CREATE_VM -> {}
    }
    if (step.kind() != StepKind.RETIRE_VM) {
      Ceiling written = new WrittenConfig(step.guestConfig()).ceiling().orElseThrow();
      boolean started =
          step.kind() == StepKind.CREATE_VM
              || step.manner() == Manner.RESTART
              || step.manner() == Manner.COLD;
      Ceiling ceiling = started ? written : guest.ceiling;
      assertThat(vm.memory()).as(step.toString()).isLessThanOrEqualTo(ceiling.memory());
      assertThat(vm.vcpus()).as(step.toString()).isLessThanOrEqualTo(ceiling.vcpus());
      run(step.uuid(), vm.name().value(), new Place(vm.host(), vm.vcpus(), vm.memory()), ceiling);
      undertaken.put(
          step.uuid(),
          new UndertakenVm(step.set(), vm, Optional.empty(), Optional.of(step.guestConfig())));
    } else if (step.manner() == Manner.PLAIN) {
      undertaken.remove(step.uuid());
    }
  }

  private void take(HostAddress host, double memory) {
    assertThat(free.merge(host, -memory, Double::sum)).as("free on " + host).isGreaterThan(-1e-6);
  }

  private void give(HostAddress host, double memory) {
    free.merge(host, memory, Double::sum);
  }
}
