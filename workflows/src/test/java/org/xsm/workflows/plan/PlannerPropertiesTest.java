package org.xsm.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;

/** What holds of every plan, whatever is wanted, was undertaken and was found. */
class PlannerPropertiesTest {
  /** A wanted site, the one before, and what the hosts say. */
  record Case(
      List<Vm> wanted,
      List<Vm> last,
      Set<String> running,
      Map<HostAddress, Integer> free,
      Set<HostAddress> silent) {
    Observation observation() {
      return new Observation(free.keySet().stream().map(this::answer).toList());
    }

    private HostFound answer(HostAddress host) {
      if (silent.contains(host)) {
        return Worlds.silent(host);
      }
      Domain[] domains =
          last.stream()
              .filter(vm -> vm.host().equals(host) && running.contains(vm.name().value()))
              .map(
                  vm ->
                      Worlds.domain(vm.name().value(), Worlds.uuid(vm.name().value()), vm.memory()))
              .toArray(Domain[]::new);
      return Worlds.up(host, free.get(host), domains);
    }

    Plan plan() {
      return Worlds.planner().plan(Worlds.site(wanted), Worlds.site(last), observation());
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<List<Vm>> vms =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 4),
                Arbitraries.of(32, 64, 96, 128))
            .as((name, host, memory) -> Worlds.vm("vm" + name, Worlds.host(host), memory))
            .list()
            .ofMaxSize(10)
            .map(PlannerPropertiesTest::unique);
    Arbitrary<Map<HostAddress, Integer>> free =
        Arbitraries.integers()
            .between(0, 600)
            .list()
            .ofSize(4)
            .map(
                sizes ->
                    IntStream.range(0, 4)
                        .boxed()
                        .collect(Collectors.toMap(i -> Worlds.host(i + 1), sizes::get)));
    return Combinators.combine(
            vms,
            vms,
            Arbitraries.integers().between(1, 12).map(n -> "vm" + n).set().ofMaxSize(12),
            free,
            Arbitraries.integers().between(1, 4).map(Worlds::host).set().ofMaxSize(2))
        .as(Case::new);
  }

  private static List<Vm> unique(List<Vm> vms) {
    return new ArrayList<>(
        vms.stream()
            .collect(
                Collectors.toMap(Vm::name, vm -> vm, (one, other) -> one, java.util.TreeMap::new))
            .values());
  }

  @Property
  void the_same_inputs_give_the_same_plan(@ForAll("cases") Case given) {
    Case shuffled =
        new Case(
            reversed(given.wanted()),
            reversed(given.last()),
            given.running(),
            given.free(),
            given.silent());

    assertThat(given.plan()).isEqualTo(given.plan());
    assertThat(shuffled.plan().steps()).isEqualTo(given.plan().steps());
    assertThat(shuffled.plan().digest()).isEqualTo(given.plan().digest());
  }

  private static List<Vm> reversed(List<Vm> vms) {
    List<Vm> reversed = new ArrayList<>(vms);
    Collections.reverse(reversed);
    return reversed;
  }

  @Property
  void a_silent_host_has_no_step(@ForAll("cases") Case given) {
    assertThat(given.plan().steps()).noneMatch(step -> given.silent().contains(step.vm().host()));
  }

  @Property
  void a_vm_that_runs_is_never_created_again(@ForAll("cases") Case given) {
    Set<String> reachable =
        given.last().stream()
            .filter(vm -> given.running().contains(vm.name().value()))
            .map(vm -> vm.name().value())
            .collect(Collectors.toSet());

    assertThat(given.plan().steps())
        .filteredOn(step -> step.kind() == StepKind.CREATE_VM)
        .noneMatch(step -> reachable.contains(step.vm().name().value()));
  }

  @Property
  void carrying_the_plan_out_leaves_nothing_to_do(@ForAll("cases") Case given) {
    Plan plan = given.plan();
    Set<String> running = new HashSet<>(given.running());
    running.retainAll(given.last().stream().map(vm -> vm.name().value()).toList());
    Map<String, Vm> undertaken = new HashMap<>();
    given.last().forEach(vm -> undertaken.put(vm.name().value(), vm));
    for (Step step : plan.steps()) {
      String name = step.vm().name().value();
      if (step.kind() == StepKind.CREATE_VM) {
        running.add(name);
        undertaken.put(name, step.vm());
      } else {
        running.remove(name);
        undertaken.remove(name);
      }
    }
    Map<HostAddress, Integer> free = new HashMap<>();
    given.free().keySet().forEach(host -> free.put(host, 0));
    Case after =
        new Case(given.wanted(), List.copyOf(undertaken.values()), running, free, given.silent());

    assertThat(after.plan().steps()).isEmpty();
  }

  @Property
  void no_order_that_the_graph_allows_overcommits_a_host(
      @ForAll("cases") Case given, @ForAll Random random) {
    Plan plan = given.plan();
    Map<HostAddress, Integer> free = new HashMap<>(given.free());
    Set<StepId> done = new HashSet<>();
    List<Step> left = new ArrayList<>(plan.steps());
    while (!left.isEmpty()) {
      List<Step> ready = left.stream().filter(step -> done.containsAll(step.waitsFor())).toList();
      assertThat(ready).as("a step can go on").isNotEmpty();
      Step next = ready.get(random.nextInt(ready.size()));
      int change =
          next.kind() == StepKind.CREATE_VM
              ? -next.vm().memory() - PlanningRules.DEFAULT.guestOverhead()
              : next.vm().memory();
      assertThat(free.merge(next.vm().host(), change, Integer::sum)).isNotNegative();
      left.remove(next);
      done.add(next.id());
    }
  }

  @Property
  void every_wanted_vm_is_running_planned_or_explained(@ForAll("cases") Case given) {
    Plan plan = given.plan();
    Site wanted = Worlds.site(given.wanted());

    assertThat(wanted.vms().toList())
        .allMatch(
            vm ->
                given.last().stream()
                        .anyMatch(
                            last ->
                                last.name().equals(vm.name())
                                    && given.running().contains(vm.name().value()))
                    || plan.steps().stream().anyMatch(step -> step.vm().name().equals(vm.name()))
                    || plan.findings().stream()
                        .anyMatch(finding -> finding.subject().equals(vm.name().value())));
  }
}
