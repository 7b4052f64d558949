package org.xsm.connectors.xen;

import java.util.function.ToIntFunction;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;

/**
 * What a running guest shall have.
 *
 * @param what such as {@code VCPUs}
 * @param command the tool's command that offers it
 * @param now reads what a domain has of it
 */
record Wish(Target target, int wanted, String what, String command, ToIntFunction<Domain> now) {
  boolean isFulfilledBy(Domain domain) {
    return now.applyAsInt(domain) == wanted;
  }

  /** {@code vm1 on 192.168.5.101}. */
  String subject() {
    return target.vm() + " on " + target.host();
  }

  Outcome.Trouble trouble(TroubleKind kind, String text) {
    return new Outcome.Trouble(
        kind, "Changing %s to %d %s: %s".formatted(subject(), wanted, what, text));
  }
}
