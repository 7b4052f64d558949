package org.xsm.workflows.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.ImageName;

/**
 * Decides which ready steps may start now, and by which limit the others are held back. Pure;
 * whoever asks holds the lock under which the running steps were counted.
 *
 * <p>The machines of an image session count as one step, however many they are: a session that
 * waits for machines which are not let start would be worse than none.
 */
public final class Slots {
  /**
   * A step that could start, or was started, in one run.
   *
   * @param vm name of the VM that it is about
   * @param hosts the hosts that it acts on: one, or two for a VM that moves
   * @param delivery of the image to the machine that it deploys; empty where it deploys none
   */
  public record Candidate(
      RunId run,
      StepId step,
      StepKind kind,
      String vm,
      List<HostAddress> hosts,
      Optional<Delivery> delivery) {
    public Candidate {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(vm);
      hosts = List.copyOf(hosts);
      Objects.requireNonNull(delivery);
    }

    /** The step of a plan. */
    public static Candidate of(RunId run, Step step) {
      return new Candidate(
          run, step.id(), step.kind(), step.target(), step.hosts(), Delivery.of(step));
    }

    /** A step that deploys no machine. */
    public Candidate(RunId run, StepId step, StepKind kind, String vm, List<HostAddress> hosts) {
      this(run, step, kind, vm, hosts, Optional.empty());
    }
  }

  /**
   * How a machine gets its image.
   *
   * @param session the id of its image session within the run; empty: by unicast
   */
  public record Delivery(ImageName image, Optional<String> session) {
    public Delivery {
      Objects.requireNonNull(image);
      Objects.requireNonNull(session);
    }

    /** How the machine that this step deploys gets its image; empty where it deploys none. */
    public static Optional<Delivery> of(Step step) {
      return step instanceof HostStep ofHost && step.kind() == StepKind.DEPLOY_HOST
          ? Optional.of(
              new Delivery(ofHost.machine().image(), ofHost.session().map(ImageSession::id)))
          : Optional.empty();
    }
  }

  /**
   * What was decided.
   *
   * @param start the steps that may start, those first whose hosts have least to do
   * @param held the limit that each other step waits for
   */
  public record Choice(List<Candidate> start, Map<Candidate, String> held) {}

  private Slots() {}

  /**
   * @param ready in the order in which they should start
   * @param running the steps that run now, of all runs
   * @param gate what people hold back
   */
  public static Choice choose(
      List<Candidate> ready, List<Candidate> running, Limits limits, Gate gate) {
    Load load = new Load(limits);
    running.forEach(load::add);
    List<Candidate> start = new ArrayList<>();
    Map<Candidate, String> held = new LinkedHashMap<>();
    for (Candidate candidate : fairly(ready, load)) {
      Optional<String> limit = gate.whatHolds(candidate).or(() -> load.whatForbids(candidate));
      if (limit.isPresent()) {
        held.put(candidate, limit.get());
      } else {
        start.add(candidate);
        load.add(candidate);
        gate.pass(candidate);
      }
    }
    return new Choice(start, held);
  }

  /**
   * The same candidates, so that every host gets its first step before any gets its second: what
   * one host can only do one after the other must not take the slots that keep others busy.
   */
  private static List<Candidate> fairly(List<Candidate> ready, Load load) {
    Map<HostAddress, Integer> queued = new HashMap<>(load.steps);
    Map<Candidate, Integer> places = new HashMap<>();
    for (Candidate candidate : ready) {
      candidate.hosts().forEach(host -> queued.merge(host, 1, Integer::sum));
      places.put(candidate, candidate.hosts().stream().mapToInt(queued::get).max().orElse(0));
    }
    return ready.stream().sorted(Comparator.comparing(places::get)).toList();
  }

  /** What the hosts have to do. */
  private static final class Load {
    private final Limits limits;
    private final Map<HostAddress, Integer> steps = new HashMap<>();
    private final Map<HostAddress, Integer> migrations = new HashMap<>();
    private final Map<ImageName, Integer> fetches = new HashMap<>();
    private final Set<String> sessions = new HashSet<>();
    private int all;

    private Load(Limits limits) {
      this.limits = limits;
    }

    private void add(Candidate step) {
      all += isInCompany(step) ? 0 : 1;
      session(step).ifPresent(sessions::add);
      fetched(step).ifPresent(image -> fetches.merge(image, 1, Integer::sum));
      step.hosts().forEach(host -> steps.merge(host, 1, Integer::sum));
      if (step.hosts().size() > 1) {
        step.hosts().forEach(host -> migrations.merge(host, 1, Integer::sum));
      }
    }

    private Optional<String> whatForbids(Candidate step) {
      List<HostAddress> hosts = step.hosts();
      if (all >= limits.stepsAtOnce() && !isInCompany(step)) {
        return Optional.of(Limits.STEPS_AT_ONCE);
      } else if (isAny(hosts, steps, limits.commandsPerHost())) {
        return Optional.of(Limits.COMMANDS_PER_HOST);
      } else if (hosts.size() > 1 && isAny(hosts, migrations, limits.migrationsPerHost())) {
        return Optional.of(Limits.MIGRATIONS_PER_HOST);
      }
      return fetched(step)
          .filter(image -> fetches.getOrDefault(image, 0) >= limits.deploymentsPerImage())
          .map(image -> Limits.DEPLOYMENTS_PER_IMAGE);
    }

    /** Whether others of its session run, who have taken its slot for it. */
    private boolean isInCompany(Candidate step) {
      return session(step).filter(sessions::contains).isPresent();
    }

    private static Optional<String> session(Candidate step) {
      return step.delivery().flatMap(Delivery::session).map(id -> step.run() + " " + id);
    }

    /** The image that the machine fetches for itself. */
    private static Optional<ImageName> fetched(Candidate step) {
      return step.delivery().filter(each -> each.session().isEmpty()).map(Delivery::image);
    }

    private static <T> boolean isAny(List<T> hosts, Map<T, Integer> counts, int limit) {
      return hosts.stream().anyMatch(host -> counts.getOrDefault(host, 0) >= limit);
    }
  }
}
