package org.xsm.engine.commandline.terminal;

/**
 * What a command tells the script that has called it. A number keeps its meaning from release to
 * release. Two of them are 2, as programs of either kind have it: those that compare, and those
 * that check.
 */
public enum ExitCode {
  DONE(0, "It is done; of a run: applied, or there was nothing to do."),
  ERROR(1, "It could not be done, and the message says why; verify: a journal was changed."),
  CHANGES(2, "plan --exit-code: there is something to do."),
  UNREADABLE(2, "verify: a file is no run with its journal."),
  PROBLEMS(3, "The site file has problems; nothing was done."),
  SKIPS(4, "The run was applied, and something was left out."),
  FAILED(5, "The run failed: a step was given up."),
  NOT_APPLIED(6, "The run was rejected, expired, superseded or cancelled."),
  WAITS(7, "The time given by --timeout is over, and a person must approve or decide."),
  AT_WORK(8, "The time given by --timeout is over, and the run is still at work."),
  STALE(9, "There is another plan by now, or the task is gone: look again."),
  USAGE(64, "The words of the command are wrong.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** What the calling process is given. */
  public int number() {
    return number;
  }

  /** When a command ends so, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
