package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/**
 * What an approved step rests on: where its VM is and how, and that nobody else has taken memory on
 * the host where the VM will be. The proof that a plan fits holds only as long as this does.
 *
 * @param planned what was found when the plan was made, with the hosts that the plan deploys as
 *     {@link Plan#promising} says
 * @param now what was found just now; the step's hosts are in it, and answer unless they did not
 *     then
 * @param ours tells the UUIDs of VMs that we look after; asked only about domains that have come
 */
public record Footing(Observation planned, Observation now, Predicate<UUID> ours) {
  /**
   * What has changed of what the step rests on, in a sentence.
   *
   * @param isFirst whether no other step of the run has changed the VM since it was planned
   */
  public Optional<String> findChange(VmStep step, boolean isFirst) {
    return Stream.concat(
            isFirst ? step.hosts().stream().map(host -> ofVm(step, host)) : Stream.empty(),
            Stream.of(ofStrangers(step)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> ofVm(VmStep step, HostAddress host) {
    Optional<HostFound> then = planned.find(host);
    if (then.filter(HostFound.Unknown.class::isInstance).isPresent()) {
      return now.findUp(host)
          .map(answers -> host + " did not answer when it was planned, and does now");
    }
    String before = describe(domain(planned, host, step.uuid()));
    Optional<Domain> there = domain(now, host, step.uuid());
    return isSame(domain(planned, host, step.uuid()), there)
        ? Optional.empty()
        : Optional.of(
            "%s was %s on %s when it was planned, and is %s now"
                .formatted(step.vm().name(), before, host, describe(there)));
  }

  private static boolean isSame(Optional<Domain> before, Optional<Domain> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() == after.isEmpty();
    }
    return before.get().state() == after.get().state()
        && before.get().vcpus() == after.get().vcpus()
        && Tolerance.isSameMemory(before.get().memory(), after.get().memory());
  }

  private static String describe(Optional<Domain> domain) {
    return domain
        .map(
            found ->
                "%s with %d MiB and %d VCPUs"
                    .formatted(found.state().label(), found.memory(), found.vcpus()))
        .orElse("not there");
  }

  /** Who only goes needs no room. */
  private Optional<String> ofStrangers(VmStep step) {
    HostAddress host = step.vm().host();
    if (step.kind() == StepKind.RETIRE_VM || planned.findUp(host).isEmpty()) {
      return Optional.empty();
    }
    List<Domain> before = domains(planned, host).toList();
    return domains(now, host)
        .filter(domain -> before.stream().noneMatch(known -> isCovered(domain, known)))
        .filter(domain -> domain.uuid().filter(ours.or(step.uuid()::equals)).isEmpty())
        .findFirst()
        .map(
            stranger ->
                "a domain that is not ours takes memory on %s that it did not take when it was planned: '%s' with %d MiB"
                    .formatted(host, stranger.name(), stranger.memory()));
  }

  private static boolean isCovered(Domain domain, Domain known) {
    return domain.uuid().equals(known.uuid())
        && domain.name().equals(known.name())
        && (domain.memory() <= known.memory()
            || Tolerance.isSameMemory(known.memory(), domain.memory()));
  }

  private static Optional<Domain> domain(Observation found, HostAddress host, UUID uuid) {
    return domains(found, host)
        .filter(domain -> domain.uuid().filter(uuid::equals).isPresent())
        .findFirst();
  }

  private static Stream<Domain> domains(Observation found, HostAddress host) {
    return found.findUp(host).stream().flatMap(answers -> answers.domains().stream());
  }
}
