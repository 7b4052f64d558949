package org.xsm.engine.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.UndertakenVms;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Undertaken;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/** Brings the list of undertaken VMs in line with the world when a run has come to its end. */
public final class Settling {
  private final Planning planning;
  private final JdbcRuns runs;
  private final UndertakenVms undertaken;

  public Settling(Planning planning, JdbcRuns runs, UndertakenVms undertaken) {
    this.planning = planning;
    this.runs = runs;
    this.undertaken = undertaken;
  }

  /**
   * Forgets VMs that are neither wanted nor there, and puts the rest into the order of the file.
   */
  void settle(RunId run) {
    Observation found = runs.observation(run);
    Set<String> present =
        found.hosts().stream()
            .filter(HostFound.Up.class::isInstance)
            .flatMap(host -> ((HostFound.Up) host).domains().stream())
            .map(Domain::name)
            .collect(Collectors.toSet());
    Undertaken last = undertaken.all();
    for (VmSet set : planning.wanted(run).sets()) {
      Set<VmName> wanted = set.vms().stream().map(Vm::name).collect(Collectors.toSet());
      last.listOf(set.name()).stream()
          .filter(vm -> !wanted.contains(vm.vm().name()))
          .filter(vm -> !present.contains(vm.vm().name().value()))
          .filter(vm -> vm.hosts().allMatch(host -> found.findUp(host).isPresent()))
          .forEach(vm -> undertaken.forget(set.name(), vm.vm().name()));
      undertaken.order(set);
    }
  }
}
