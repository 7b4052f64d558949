package org.xsm.engine.crash.matrix;

import java.util.List;
import org.xsm.engine.journey.SiteText;
import org.xsm.engine.journey.SiteText.Machine;

/** Machines are deployed, with the VMs that live there, or in vain; and they are let go. */
final class Deploying {
  private final List<String> hosts;
  private final SiteText bare;
  private final SiteText made;

  private Deploying(List<String> hosts) {
    this.hosts = hosts;
    bare = SiteText.of("deploying").with(machine("m1", 1)).with(machine("m2", 2));
    made = bare.with("d1", hosts.get(0)).with("d2", hosts.get(1));
  }

  /** The story on hosts and in a home of its own. */
  static Story story(int round) {
    Deploying deploying = new Deploying(Story.addresses("10.76." + round + "."));
    return new Story("deploying-" + round, deploying.hosts, deploying.scenes());
  }

  private Machine machine(String name, int number) {
    String address = hosts.get(number - 1);
    return new Machine(name, address, "xen-base", "ipmi://" + address.replace("10.76.", "10.75."));
  }

  private List<Scene> scenes() {
    return List.of(deploy(), leftOut(), letGo());
  }

  private Scene deploy() {
    return Scene.applied("deploy", made, Story.stay(made))
        .through(
            "deploy-host",
            "LookAgain",
            "ReserveAddress",
            "AssignImage",
            "OfferInstaller",
            "StartMachine",
            "WatchInstallation")
        .through("deploy-host", "OfferLocalBoot", "WatchBoot", "FinishStep")
        .through("create-vm", "WriteConfig", "StartVm", "CheckVm", "FinishStep")
        .acting(Story.CREATED);
  }

  /** A machine that only a person could switch on, and nobody does. */
  private Scene leftOut() {
    SiteText more = made.with(new Machine("m3", hosts.get(2), "xen-base", "manual"));
    return Scene.applied("deploy-left-out", more, List.of())
        .person("approve", "skip")
        .through("deploy-host", "LookUpRainyDay", "WeighTable", "DecideTrouble", "LeaveOutStep")
        .leaving(made);
  }

  private Scene letGo() {
    return Scene.applied("let-go", SiteText.of("deploying"), Story.stay(made))
        .set(Story.PATIENT)
        .through("retire-vm", "LookAgain", "ShutDownVm", "RemoveConfig", "FinishStep")
        .through(
            "retire-host",
            "LookAgain",
            "WithdrawBoot",
            "WithdrawImage",
            "ReleaseAddress",
            "FinishStep")
        .acting(Story.ENDED);
  }
}
