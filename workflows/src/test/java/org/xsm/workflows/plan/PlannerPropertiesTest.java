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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.forecast.Timetable;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/** What holds of every plan, whatever is wanted, was undertaken and was found. */
class PlannerPropertiesTest {
  private static final int HOSTS = 4;
  private static final Limits LIMITS = new Limits(3, 2, 1, 1);

  /**
   * A wanted site, and the world.
   *
   * @param last the VMs as we made them
   * @param gone names of those that do not run any more
   * @param unwritten names of those whose guest configs nobody knows
   */
  record Case(
      List<Vm> wanted,
      List<Vm> last,
      Set<String> gone,
      Set<String> unwritten,
      Map<HostAddress, Integer> free,
      Set<HostAddress> silent) {
    SmallWorld world(double overhead) {
      SmallWorld world = new SmallWorld(free, overhead);
      for (Vm vm : last) {
        String name = vm.name().value();
        if (gone.contains(name)) {
          world.gone(vm, Worlds.uuid(name));
        } else {
          world.ours(
              vm, Worlds.uuid(name), Worlds.config(vm).filter(c -> !unwritten.contains(name)));
        }
      }
      return world;
    }

    Plan plan(SmallWorld world) {
      return Worlds.planner().plan(Worlds.site(wanted), world.undertaken(), heard(world.found()));
    }

    Plan plan() {
      return plan(world(0));
    }

    private Observation heard(Observation found) {
      return new Observation(
          found.hosts().stream()
              .<HostFound>map(
                  host -> silent.contains(host.address()) ? Worlds.silent(host.address()) : host)
              .toList());
    }

    boolean isRunning(String name) {
      return !gone.contains(name) && findLast(name) != null;
    }

    Vm findLast(String name) {
      return last.stream().filter(vm -> vm.name().value().equals(name)).findFirst().orElse(null);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(Arbitraries.integers().between(1, HOSTS).map(Worlds::host).set().ofMaxSize(2));
  }

  @Provide
  Arbitrary<Case> heardCases() {
    return cases(Arbitraries.just(Set.of()));
  }

  private static Arbitrary<Case> cases(Arbitrary<Set<HostAddress>> silent) {
    Arbitrary<Set<String>> names =
        Arbitraries.integers().between(1, 9).map(n -> "vm" + n).set().ofMaxSize(3);
    Arbitrary<Map<HostAddress, Integer>> free =
        Arbitraries.of(0, 0, 8, 20, 60, 110, 300)
            .list()
            .ofSize(HOSTS)
            .map(PlannerPropertiesTest::byHost);
    return Combinators.combine(vms(), vms(), names, names, free, silent).as(Case::new);
  }

  private static Map<HostAddress, Integer> byHost(List<Integer> free) {
    Map<HostAddress, Integer> byHost = new HashMap<>();
    for (int host = 0; host < free.size(); host++) {
      byHost.put(Worlds.host(host + 1), free.get(host));
    }
    return byHost;
  }

  private static Arbitrary<List<Vm>> vms() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(1, HOSTS),
            Arbitraries.of(96, 96, 100, 128, 256),
            Arbitraries.of(4, 4, 4, 2, 8, 12))
        .as((name, host, memory, vcpus) -> vm("vm" + name, host, memory, vcpus))
        .list()
        .ofMaxSize(9)
        .map(PlannerPropertiesTest::unique);
  }

  private static Vm vm(String name, int host, int memory, int vcpus) {
    return Worlds.vm(name, Worlds.host(host)).sized(vcpus, memory);
  }

  private static List<Vm> unique(List<Vm> vms) {
    return new ArrayList<>(
        vms.stream()
            .collect(
                Collectors.toMap(Vm::name, vm -> vm, (one, other) -> one, java.util.TreeMap::new))
            .values());
  }

  /** What approvers are shown rests on the same proof: every step, after all that it waits for. */
  @Property
  void the_forecast_of_a_plan_has_every_step_and_never_fills_a_host_beyond_its_memory(
      @ForAll("heardCases") Case given) {
    SmallWorld world = given.world(PlanningRules.DEFAULT.guestOverhead());
    Plan plan = given.plan(world);
    Forecast forecast =
        Forecast.of(plan, world.found(), LIMITS, PlanningRules.DEFAULT.guestOverhead());

    Map<StepId, Timetable.Entry> entries = new HashMap<>();
    forecast.timetable().entries().forEach(entry -> entries.put(entry.step().id(), entry));
    assertThat(entries).hasSize(plan.steps().size());
    for (Step step : plan.steps()) {
      assertThat(step.waitsFor())
          .allMatch(
              before -> entries.get(before).end().compareTo(entries.get(step.id()).start()) <= 0);
    }
    assertThat(forecast.memory()).allMatch(memory -> memory.peak() <= memory.total());
  }

  @Property
  void the_same_inputs_give_the_same_plan(@ForAll("cases") Case given) {
    Case shuffled =
        new Case(
            reversed(given.wanted()),
            reversed(given.last()),
            given.gone(),
            given.unwritten(),
            given.free(),
            given.silent());

    assertThat(given.plan()).isEqualTo(given.plan());
    assertThat(shuffled.plan()).isEqualTo(given.plan());
  }

  private static List<Vm> reversed(List<Vm> vms) {
    List<Vm> reversed = new ArrayList<>(vms);
    Collections.reverse(reversed);
    return reversed;
  }

  @Property
  void nothing_is_done_on_a_silent_host(@ForAll("cases") Case given) {
    assertThat(given.plan().vmSteps()).noneMatch(step -> given.silent().contains(step.vm().host()));
    assertThat(given.plan().vmSteps())
        .filteredOn(step -> step.from().filter(given.silent()::contains).isPresent())
        .allMatch(step -> step.manner() == Manner.FENCED);
  }

  @Property
  void a_vm_that_may_be_running_is_never_started_unasked(@ForAll("cases") Case given) {
    for (VmStep step : given.plan().vmSteps()) {
      String name = step.vm().name().value();
      boolean starts = step.kind() == StepKind.CREATE_VM && step.manner() == Manner.PLAIN;
      Vm last = given.findLast(name);
      boolean hidden = last != null && given.silent().contains(last.host());
      if (starts) {
        assertThat(given.isRunning(name) || hidden).as(name).isFalse();
      }
      if (step.manner() == Manner.FENCED) {
        assertThat(hidden).as(name).isTrue();
      }
    }
  }

  @Property(tries = 1500)
  void no_interleaving_overcommits_a_host_and_all_lead_to_what_is_wanted(
      @ForAll("heardCases") Case given, @ForAll Random random) {
    SmallWorld start = given.world(random.nextDouble() * PlanningRules.DEFAULT.guestOverhead());
    Plan plan = given.plan(start);
    for (int time = 0; time < 40; time++) {
      SmallWorld world = start.copy();
      carryOut(plan, world, random);
      if (!plan.leavesSomethingUndone()) {
        Plan after = given.plan(world);
        assertThat(after.vmSteps()).isEmpty();
        assertThat(after.leavesSomethingUndone()).isFalse();
      }
    }
  }

  private static void carryOut(Plan plan, SmallWorld world, Random random) {
    Set<StepId> done = new HashSet<>();
    List<VmStep> running = new ArrayList<>();
    List<VmStep> waiting = new ArrayList<>(plan.vmSteps());
    while (!waiting.isEmpty() || !running.isEmpty()) {
      List<VmStep> ready =
          waiting.stream().filter(step -> done.containsAll(step.waitsFor())).toList();
      assertThat(ready.size() + running.size()).as("a step can go on").isPositive();
      int choice = random.nextInt(ready.size() + running.size());
      if (choice < ready.size()) {
        world.begin(ready.get(choice));
        waiting.remove(ready.get(choice));
        running.add(ready.get(choice));
      } else {
        VmStep step = running.remove(choice - ready.size());
        world.finish(step);
        done.add(step.id());
      }
    }
  }

  @Property
  void every_wanted_vm_is_as_wanted_or_planned_or_explained(@ForAll("cases") Case given) {
    Plan plan = given.plan();
    for (Vm vm : given.wanted()) {
      String name = vm.name().value();
      boolean right = given.isRunning(name) && vm.equals(given.findLast(name));
      boolean planned =
          plan.vmSteps().stream().anyMatch(step -> step.vm().name().equals(vm.name()));
      boolean explained =
          plan.findings().stream().anyMatch(finding -> finding.subject().equals(name));
      assertThat(right || planned || explained).as(name).isTrue();
    }
  }
}
