package org.xsm.engine.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.xsm.engine.store.JdbcStages;
import org.xsm.engine.store.JdbcStages.Deployment;
import org.xsm.engine.store.JdbcSteps;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.run.Probe;
import org.xsm.workflows.run.StepState;
import org.xsm.workflows.site.HostName;

/** Tells how far machines have come: as it was written down, and on their way as it is seen now. */
record Probes(JdbcStages stages, JdbcSteps steps, MachineWatch watch) {
  Optional<Probe> of(HostName machine) {
    return stages.findNewest(machine).map(this::of);
  }

  private Probe of(Deployment newest) {
    HostStep step = steps.getHostStep(newest.run(), newest.step());
    StepState state = steps.state(newest.run(), newest.step());
    Map<Stage, Instant> reached = stages.reached(newest.run(), newest.step());
    return new Probe(newest.run(), step, state, progress(step, state, reached), reached);
  }

  /** What was written down may be ahead of what the boot server's logs can tell. */
  private Progress progress(HostStep step, StepState state, Map<Stage, Instant> reached) {
    Optional<Stage> written = reached.keySet().stream().max(Stage::compareTo);
    Progress noted = new Progress(written, OptionalInt.empty(), Optional.empty());
    boolean onItsWay = state == StepState.RUNNING || state == StepState.TROUBLE;
    if (!onItsWay) {
      return noted;
    }
    Progress seen = watch.look(step.machine());
    boolean behind =
        written.isPresent()
            && seen.stage().filter(stage -> !stage.isBefore(written.get())).isEmpty();
    return behind ? noted : seen;
  }
}
