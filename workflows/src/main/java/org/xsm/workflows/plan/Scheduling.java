package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.room.Guest;
import org.xsm.workflows.plan.room.Guest.Reshape;
import org.xsm.workflows.plan.room.Guest.Travel;
import org.xsm.workflows.plan.room.Host;
import org.xsm.workflows.plan.room.Lack;
import org.xsm.workflows.plan.room.Order;
import org.xsm.workflows.plan.room.Ordering;
import org.xsm.workflows.plan.room.Remedy;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/** Finds an order for intents in which memory always suffices, and makes steps of it. */
final class Scheduling {
  private final PlanningRules rules;
  private final Domains domains;
  private final List<HostAddress> addresses = new ArrayList<>();
  private final List<Host> hosts = new ArrayList<>();
  private final Map<HostAddress, Integer> numbers = new HashMap<>();

  private Scheduling(PlanningRules rules, Domains domains, Observation found) {
    this.rules = rules;
    this.domains = domains;
    for (HostFound host : found.hosts()) {
      if (host instanceof HostFound.Up up) {
        numbers.put(up.address(), hosts.size());
        addresses.add(up.address());
        hosts.add(new Host(up.freeMemory(), Domains.family(up)));
      }
    }
  }

  /**
   * The steps, in an order in which they could be done one after the other.
   *
   * @param intents of two that compete for memory, the first is preferred
   */
  static List<VmStep> schedule(Planner planner, Inputs inputs, List<Intent> intents) {
    Scheduling scheduling = new Scheduling(planner.rules(), inputs.domains(), inputs.found());
    List<Guest> guests = intents.stream().map(scheduling::guest).toList();
    Order order =
        new Ordering(planner.rules().guestOverhead(), scheduling.remedies())
            .order(guests, scheduling.hosts);
    order.lacks().forEach(lack -> scheduling.explain(lack, intents, inputs.findings()));
    return new StepWriter(intents, scheduling.addresses).write(order.acts());
  }

  /** Where the memory is, and who must know when there is too little. */
  record Inputs(Domains domains, Observation found, Findings findings) {}

  private Set<Remedy> remedies() {
    return rules.coldMoves()
        ? EnumSet.allOf(Remedy.class)
        : EnumSet.complementOf(EnumSet.of(Remedy.STOP));
  }

  private Guest guest(Intent intent) {
    int host = numbers.get(intent.vm().host());
    if (intent instanceof Intent.Retire retire) {
      int held = retire.held();
      return new Guest(
          host, held, held, Guest.NOWHERE, 0, Reshape.NONE, Travel.LIVE, held, Set.of());
    }
    if (intent instanceof Intent.Change change) {
      return guest(change, host);
    }
    int memory = intent.vm().memory();
    return new Guest(Guest.NOWHERE, 0, 0, host, memory, Reshape.NONE, Travel.LIVE, 0, Set.of());
  }

  private Guest guest(Intent.Change change, int host) {
    int size = Math.max(change.held(), change.now().memory());
    boolean cold = change.travel().filter(Manner.COLD::equals).isPresent();
    boolean moves = change.travel().isPresent();
    return new Guest(
        numbers.get(change.now().host()),
        change.held(),
        size,
        host,
        change.reshape().isPresent() || cold ? change.vm().memory() : size,
        reshape(change),
        cold ? Travel.COLD : Travel.LIVE,
        moves && !cold ? rules.floor(size) : size,
        moves ? namesakes(change) : Set.of());
  }

  private static Reshape reshape(Intent.Change change) {
    return change
        .reshape()
        .map(manner -> manner == Manner.RESTART ? Reshape.RESTART : Reshape.LIVE)
        .orElse(Reshape.NONE);
  }

  /** Where the VM cannot even stop over, since another's domain bears its name there. */
  private Set<Integer> namesakes(Intent.Change change) {
    return domains.namesakes(change.vm().name(), change.uuid()).stream()
        .map(located -> numbers.get(located.host()))
        .collect(Collectors.toSet());
  }

  private void explain(Lack lack, List<Intent> intents, Findings findings) {
    Intent intent = intents.get(lack.guest());
    HostAddress host = addresses.get(lack.host());
    Vm vm = intent.vm();
    if (lack.knot().isEmpty()) {
      findings.add(FindingKind.NO_MEMORY, vm, Shortage.inTheEnd(intent, lack), Shortage.ADVICE);
    } else {
      List<String> others =
          lack.knot().stream()
              .filter(guest -> guest != lack.guest())
              .map(guest -> intents.get(guest).vm().name().value())
              .toList();
      findings.add(
          FindingKind.NO_MEMORY,
          vm,
          Shortage.onTheWay(intent, others),
          Shortage.advice(lack, host, rules));
    }
  }
}
