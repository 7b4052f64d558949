package org.xsm.connectors.ssh;

import java.util.Objects;
import java.util.OptionalInt;
import org.xsm.workflows.command.TroubleKind;

/** What came of a request: the command ended, or why we do not know that it did. */
public sealed interface SshAnswer {
  /**
   * The command ended.
   *
   * @param output what it wrote to standard output, as UTF-8
   * @param errors what it wrote to standard error, as UTF-8
   * @param exit its exit code; empty when a signal ended it
   */
  record Finished(String output, String errors, OptionalInt exit) implements SshAnswer {
    public Finished {
      Objects.requireNonNull(output);
      Objects.requireNonNull(errors);
      Objects.requireNonNull(exit);
    }
  }

  /** The command did not end before our eyes. */
  sealed interface Failed extends SshAnswer {
    /** What happened, to which host, and what to look at, in one line. */
    String text();

    /** What kind of trouble it is for whoever wanted the command done. */
    TroubleKind kind();
  }

  /** The host does not answer. Nothing was begun. */
  record Unreachable(String text) implements Failed {
    @Override
    public TroubleKind kind() {
      return TroubleKind.UNREACHABLE;
    }
  }

  /** The host answers, but it is not the one that we know, or does not know us. Nothing begun. */
  record NotAdmitted(String text) implements Failed {
    @Override
    public TroubleKind kind() {
      return TroubleKind.NOT_ADMITTED;
    }
  }

  /** The deadline came first. Whether the command had an effect is not known. */
  record TimedOut(String text) implements Failed {
    @Override
    public TroubleKind kind() {
      return TroubleKind.TIMED_OUT;
    }
  }

  /** The connection broke while the command ran. Whether it had an effect is not known. */
  record CutOff(String text) implements Failed {
    @Override
    public TroubleKind kind() {
      return TroubleKind.INTERRUPTED;
    }
  }
}
