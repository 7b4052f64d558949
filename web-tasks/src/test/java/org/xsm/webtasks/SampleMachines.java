package org.xsm.webtasks;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Probe;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.StepState;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.TransferMethod;

/** Bare machines: one half way, one that nobody knows. */
final class SampleMachines {
  static final RunId DEPLOYING = new RunId("5d5d5d5d-deploying");
  static final HostName XEN5 = new HostName("xen5");
  static final MacAddress STRANGER = new MacAddress("00:16:3E:00:00:99");

  private SampleMachines() {}

  static void fill(FakeMachines machines, FakeRuns runs) {
    machines.probes.put(XEN5, probe());
    machines.proposals.add(proposal());
    runs.add(
        new Run(
            Samples.summary(DEPLOYING, RunState.APPLYING, 1),
            Optional.of(new Plan(Samples.DIGEST, List.of(step()), List.of())),
            Optional.empty(),
            List.of(),
            Map.of(),
            false));
  }

  static HostStep step() {
    return new HostStep(
        new StepId("deploy-host:xen5"),
        StepKind.DEPLOY_HOST,
        Manner.PLAIN,
        new SetName("My_site"),
        new BareHost(
            XEN5,
            new ImageName("xen-base"),
            new HostAddress("192.168.5.105"),
            new MacAddress("00:16:3E:00:00:05"),
            Addressing.STATIC,
            TransferMethod.AUTO,
            new PowerControl.Manual()),
        Optional.empty(),
        List.of(),
        Cost.NONE,
        Duration.ofMinutes(10),
        "xen5 does not answer and was never deployed.");
  }

  private static Probe probe() {
    return new Probe(
        DEPLOYING,
        step(),
        StepState.RUNNING,
        new Progress(Optional.of(Stage.TRANSFER), OptionalInt.of(40), Optional.empty()),
        Map.of(
            Stage.DHCP_LEASE,
            Samples.NOW.minus(40, ChronoUnit.SECONDS),
            Stage.TRANSFER,
            Samples.NOW.minus(9, ChronoUnit.SECONDS)));
  }

  private static Proposal proposal() {
    Stranger seen =
        new Stranger(
            STRANGER,
            "no address available " + Samples.HOSTILE,
            Samples.NOW.minus(2, ChronoUnit.HOURS),
            Samples.NOW.minus(1, ChronoUnit.MINUTES),
            17);
    return new Proposal(
        seen,
        Optional.of(new SetName("My_site")),
        new HostName("xen6"),
        Optional.of(new ImageName("xen-base")),
        Optional.of(new HostAddress("192.168.5.106")));
  }
}
