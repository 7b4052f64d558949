package org.xsm.engine.commandline.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.workflows.run.RunState;

/** What the end of a run means to a script. */
final class RunEnd {
  private RunEnd() {}

  static boolean isReached(JsonNode run) {
    return Arrays.stream(RunState.values())
        .anyMatch(state -> state.isFinal() && state.label().equals(label(run)));
  }

  /** Of a run that has ended. */
  static ExitCode code(JsonNode run) {
    return switch (RunState.parse(label(run))) {
      case APPLIED, UNCHANGED -> ExitCode.DONE;
      case APPLIED_WITH_SKIPS -> ExitCode.SKIPS;
      case FAILED -> ExitCode.FAILED;
      case REJECTED, EXPIRED, SUPERSEDED, CANCELLED -> ExitCode.NOT_APPLIED;
      case RECEIVED, PLANNED, AWAITING_APPROVAL, APPLYING -> ExitCode.AT_WORK;
    };
  }

  private static String label(JsonNode run) {
    return run.path("state").asText();
  }
}
