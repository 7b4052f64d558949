package org.xsm.workflows.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.workflows.machine.LikelyCause;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.plan.HostStep;

/**
 * Where a machine stands on its way to a host, stage by stage: while its deployment runs as it is
 * now, afterwards as it was.
 *
 * @param run the run of its newest deployment
 * @param step that deployment, as it was approved
 * @param state where the step stands
 * @param progress how far the machine has come
 * @param reached when it was first seen at a stage; it may have passed others between two looks
 */
public record Probe(
    RunId run, HostStep step, StepState state, Progress progress, Map<Stage, Instant> reached) {
  public Probe {
    Objects.requireNonNull(run);
    Objects.requireNonNull(step);
    Objects.requireNonNull(state);
    Objects.requireNonNull(progress);
    reached = Map.copyOf(reached);
  }

  /** Whether the machine is on its way, so that this is how it stands now. */
  public boolean isLive() {
    return state == StepState.RUNNING || state == StepState.TROUBLE;
  }

  /** Since when it stands where it does; empty when it was not seen yet. */
  public Optional<Instant> since() {
    return progress.stage().map(reached::get);
  }

  /** What most often keeps a machine where this one stands; empty when it has arrived. */
  public Optional<String> likelyCause() {
    return state == StepState.DONE || state == StepState.WAITING || state == StepState.READY
        ? Optional.empty()
        : Optional.of(LikelyCause.after(progress.stage()));
  }

  /** All stages in the order of the way. */
  public List<Milestone> way() {
    return Stream.of(Stage.values()).map(this::milestone).toList();
  }

  private Milestone milestone(Stage stage) {
    boolean passed = progress.stage().filter(now -> !now.isBefore(stage)).isPresent();
    boolean here = progress.stage().filter(stage::equals).isPresent() && state != StepState.DONE;
    return new Milestone(stage, passed, here, Optional.ofNullable(reached.get(stage)));
  }

  /**
   * A stage of the way.
   *
   * @param passed whether the machine has reached it
   * @param here whether it stands there and is not at its end
   * @param at when it was first seen there
   */
  public record Milestone(Stage stage, boolean passed, boolean here, Optional<Instant> at) {}
}
