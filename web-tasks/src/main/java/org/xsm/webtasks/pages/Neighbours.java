package org.xsm.webtasks.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xsm.webtasks.views.TaskSheet.Neighbour;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.site.HostAddress;

/** Finds the runs that act on the hosts of another while it waits for its approval. */
final class Neighbours {
  private static final int MOST = 20;

  private final RunDesk runs;

  Neighbours(RunDesk runs) {
    this.runs = runs;
  }

  /** Those that are not at their end; at most 20. */
  List<Neighbour> of(Run run) {
    Set<HostAddress> hosts = hosts(run);
    return runs.list(Optional.empty(), Optional.empty()).stream()
        .filter(other -> !other.state().isFinal() && !other.id().equals(run.summary().id()))
        .limit(MOST)
        .flatMap(other -> runs.find(other.id()).stream())
        .map(other -> new Neighbour(other.summary(), shared(hosts, hosts(other))))
        .filter(other -> !other.hosts().isEmpty())
        .toList();
  }

  private static Set<HostAddress> hosts(Run run) {
    return run.plan().stream()
        .map(Plan::steps)
        .flatMap(List::stream)
        .flatMap(step -> step.hosts().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> shared(Set<HostAddress> one, Set<HostAddress> other) {
    return one.stream().filter(other::contains).map(HostAddress::value).toList();
  }
}
