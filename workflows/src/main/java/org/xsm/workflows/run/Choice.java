package org.xsm.workflows.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a step in trouble may go on. */
public enum Choice {
  /** Look again, and act where it is needed. */
  TRY_AGAIN,
  /** Leave the step out; the run is marked for good. */
  SKIP,
  /** Undo what the step has done, as far as it can be undone. */
  ROLL_BACK,
  /** Shut the VM down, move it, and start it on the other host, instead of migrating it live. */
  CHOOSE_COLD,
  /** The host that the VM leaves is off, as a person says who has seen to it. */
  CONFIRM_OFF,
  /** What the machine holds may be lost, as a person says. */
  CONFIRM_LOSS,
  /** End the guest at once, instead of waiting until it has shut down. */
  OTHER_WAY,
  /** A person has done by hand what only a person can do. */
  DONE,
  /** Give the step up, and everything that waits for it. */
  GIVE_UP;

  /** The word in the API and on pages: {@code try-again}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Choice> find(String label) {
    return Arrays.stream(values()).filter(choice -> choice.label().equals(label)).findFirst();
  }
}
