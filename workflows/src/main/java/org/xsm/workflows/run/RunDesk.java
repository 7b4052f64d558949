package org.xsm.workflows.run;

import java.util.List;
import java.util.Optional;

/** Where runs are looked at, held up and cancelled. */
public interface RunDesk {
  /** The newest runs first, at most 200; narrowed to a set and a state where they are given. */
  List<RunSummary> list(Optional<String> set, Optional<RunState> state);

  Optional<Run> find(RunId id);

  /**
   * Stops a run: at once before it applies; otherwise running steps end, and no more are started.
   */
  Verdict cancel(RunId id, Person by);

  /** Starts no more steps of the run until it is resumed; those that run come to their end. */
  Verdict pause(RunId id, Person by);

  /** Starts steps of a paused run again. */
  Verdict resume(RunId id, Person by);

  /** The drawing of the run's own process, or of one of its steps', with where it stands. */
  Optional<Drawing> findDrawing(RunId id, Optional<String> step);

  /** What people have decided lately, of all runs: newest first, at most 100. */
  List<Decided> decided();
}
