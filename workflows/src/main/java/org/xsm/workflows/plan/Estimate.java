package org.xsm.workflows.plan;

import java.time.Duration;
import org.xsm.workflows.site.Vm;

/** How long things take on a quiet host; measured on real hosts (xl 4.17, gigabit network). */
final class Estimate {
  private static final int MIGRATION_SECONDS = 30;
  private static final int SECONDS_OF_A_GIB = 10;

  private Estimate() {}

  /** Shut down, and started again: how long the guest is away. */
  static Duration restart() {
    return StepKind.RETIRE_VM.usual().plus(StepKind.CREATE_VM.usual());
  }

  /** Migrated while it runs: the time grows with the memory that is carried. */
  static Duration migration(Vm vm) {
    long carrying = (long) vm.memory() * SECONDS_OF_A_GIB / 1024;
    return Duration.ofSeconds(MIGRATION_SECONDS + carrying);
  }

  /** In words, for a reason: {@code 45 s}, {@code 3 min}. */
  static String words(Duration duration) {
    return duration.toSeconds() < 120
        ? duration.toSeconds() + " s"
        : (duration.toSeconds() + 30) / 60 + " min";
  }
}
