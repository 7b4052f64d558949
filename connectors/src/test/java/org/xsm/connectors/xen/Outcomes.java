package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;

import org.xsm.workflows.command.Outcome;

/** Takes answers apart. */
final class Outcomes {
  private Outcomes() {}

  static String receipt(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).receipt();
  }

  static Outcome.Trouble trouble(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Trouble.class);
    return (Outcome.Trouble) outcome;
  }
}
