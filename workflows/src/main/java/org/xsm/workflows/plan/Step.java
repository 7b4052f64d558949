package org.xsm.workflows.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;

/** One thing to do. */
public sealed interface Step permits VmStep, HostStep {
  StepId id();

  StepKind kind();

  /** How the step goes about it. */
  Manner manner();

  SetName set();

  /** The name of what it is about: of a VM or of a machine. */
  String target();

  /** The host where it acts; that where the VM will be, if there are two. */
  HostAddress host();

  /** The host that a VM leaves; empty when nothing leaves its host. */
  Optional<HostAddress> from();

  /** Every host that the step acts on. */
  List<HostAddress> hosts();

  /** The steps that must be done before this one starts. */
  List<StepId> waitsFor();

  Cost cost();

  /** How long it takes on a quiet host. */
  Duration estimate();

  /** Why, in a sentence with old → new values. */
  String reason();

  /** The same step, waiting for these. */
  Step waitingFor(List<StepId> others);
}
