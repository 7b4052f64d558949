package org.xsm.engine.crash.matrix;

import java.util.List;
import org.xsm.engine.journey.SiteText;

/** VMs are created, grow, and are created in vain; plans are made for nothing. */
final class Growing {
  private static final String PAUSE =
      """
      #!/bin/sh
      exec "$XSM_SIMULATED_HOST/xl" pause "$1"
      """;

  private final List<String> hosts;
  private final SiteText made;
  private final SiteText live;
  private final SiteText large;

  private Growing(List<String> hosts) {
    this.hosts = hosts;
    made =
        SiteText.of("growing")
            .with("a1", hosts.get(0))
            .with("a2", hosts.get(1))
            .with("a3", hosts.get(0));
    live = Story.sized(made, 80, 2);
    large = Story.sized(made, 1024, 2);
  }

  /** The story on hosts and in a home of its own. */
  static Story story(int round) {
    Growing growing = new Growing(Story.addresses("10.78." + round + "."));
    return new Story("growing-" + round, growing.hosts, growing.scenes());
  }

  private List<Scene> scenes() {
    return List.of(
        Story.create(made),
        unchanged(),
        live(),
        liveRefused(),
        restart(),
        restartOfTheDeaf(),
        undo(),
        rejected(),
        expired());
  }

  private Scene unchanged() {
    return Scene.planned("unchanged", made, made, "unchanged")
        .through("provision-site", "CloseUnchangedRun");
  }

  private Scene live() {
    return Scene.applied("live", live, Story.stay(live))
        .through(
            "reconfigure-vm",
            "LookAgain",
            "WriteConfig",
            "SetVcpus",
            "SetMemory",
            "CheckVm",
            "FinishStep")
        .acting("vcpu-set@TO mem-set@TO");
  }

  private Scene liveRefused() {
    return Scene.applied("live-refused", Story.sized(made, 88, 3), Story.stay(made))
        .prepared(all -> all.each(host -> host.fail("vcpu-set", 1, "libxl_set_vcpuonline failed")))
        .person("approve", "skip")
        .through("reconfigure-vm", "LookUpRainyDay", "WeighTable", "DecideTrouble", "LeaveOutStep")
        .leaving(live);
  }

  private Scene restart() {
    SiteText file = Story.sized(made, 512, 2);
    return Scene.applied("restart", file, Story.stay(file))
        .set(Story.PATIENT)
        .through("reconfigure-vm", "WriteConfig", "ShutDownVm", "StartVm", "CheckVm", "FinishStep")
        .acting(Story.ENDED + " " + Story.CREATED);
  }

  private Scene restartOfTheDeaf() {
    return Scene.applied("restart-of-the-deaf", large, Story.stay(large))
        .set(Story.IMPATIENT)
        .prepared(Hosts::deafen)
        .through("reconfigure-vm", "WriteConfig", "DestroyVm", "StartVm", "CheckVm", "FinishStep")
        .acting(Story.DESTROYED + " " + Story.CREATED);
  }

  /** VMs are created and do not run, and a person has them taken away again. */
  private Scene undo() {
    SiteText more = SiteText.of("growing").with("x1", hosts.get(0)).with("x2", hosts.get(1));
    SiteText file = large.with("x1", hosts.get(0)).with("x2", hosts.get(1));
    return Scene.applied("undo", file, Story.stay(more))
        .set("--xsm.hosts.command-limit=2s")
        .prepared(all -> hosts.forEach(host -> all.program(host, "create.after", PAUSE)))
        .person("approve", "roll-back")
        .through("create-vm", "LookUpRainyDay", "WeighTable", "DecideTrouble", "LeaveOutStep")
        .through("create-vm", "RemoveVm", "RemoveVmConfig")
        .leaving(large)
        .acting(Story.CREATED + " pause@TO destroy@TO");
  }

  private Scene rejected() {
    return Scene.planned("rejected", large.with("y1", hosts.get(0)), large, "rejected")
        .asked()
        .person("reject", "none")
        .through("provision-site", "CloseRejectedRun");
  }

  private Scene expired() {
    return Scene.planned("expired", large.with("z1", hosts.get(0)), large, "expired")
        .set("--xsm.limits.approval-expiry=1s")
        .person("wait", "none")
        .through("provision-site", "DetermineApproval", "ExpireRun");
  }
}
