package org.xsm.engine.crash.matrix;

import java.util.List;
import java.util.stream.IntStream;
import org.xsm.engine.journey.SiteText;

/**
 * Scenes that follow from each other in one home folder. Together the stories go through every task
 * of every drawing.
 *
 * @param addresses the hosts on which it plays
 */
record Story(String name, List<String> addresses, List<Scene> scenes) {
  private static final String PATIENT = "--xsm.limits.shutdown-timeout=10m";
  private static final String IMPATIENT = "--xsm.limits.shutdown-timeout=2s";
  private static final String ENDED = "shutdown@FROM ended@FROM";

  /** The time for the shutdown goes on while the manager is dead, and may be over by then. */
  private static final String DESTROYED = "(shutdown@FROM )?destroy@FROM";

  private static final String CREATED = "create-begin@TO create@TO";

  /** VMs are created, grow, and are created in vain; plans are made for nothing. */
  static Story growing(int round) {
    List<String> hosts = addresses("10.78." + round + ".");
    String one = hosts.get(0);
    String two = hosts.get(1);
    SiteText made = SiteText.of("growing").with("a1", one).with("a2", two).with("a3", one);
    SiteText live = sized(made, 80, 2);
    SiteText restarted = sized(made, 512, 2);
    SiteText large = sized(made, 1024, 2);
    Doing[] all = {Doing.at("a1", one), Doing.at("a2", two), Doing.at("a3", one)};
    List<Scene> scenes =
        List.of(
            create(made, all),
            Scene.planned("unchanged", made, made, "unchanged")
                .through("provision-site", "CloseUnchangedRun"),
            Scene.applied("live", live, all)
                .through(
                    "reconfigure-vm",
                    "WriteConfig",
                    "SetVcpus",
                    "SetMemory",
                    "CheckVm",
                    "FinishStep")
                .acting("vcpu-set@TO mem-set@TO"),
            Scene.applied("live-refused", sized(made, 88, 3), all)
                .prepared(hosts(host -> host.fail("vcpu-set", 1, "libxl_set_vcpuonline failed")))
                .person("approve", "skip")
                .through("reconfigure-vm", "LookUpRainyDay", "DecideTrouble", "LeaveOutStep")
                .leaving(live),
            Scene.applied("restart", restarted, all)
                .set(PATIENT)
                .through(
                    "reconfigure-vm",
                    "WriteConfig",
                    "ShutDownVm",
                    "StartVm",
                    "CheckVm",
                    "FinishStep")
                .acting(ENDED + " " + CREATED),
            Scene.applied("restart-of-the-deaf", large, all)
                .set(IMPATIENT)
                .prepared(Hosts::deafen)
                .through(
                    "reconfigure-vm",
                    "WriteConfig",
                    "DestroyVm",
                    "StartVm",
                    "CheckVm",
                    "FinishStep")
                .acting(DESTROYED + " " + CREATED),
            Scene.applied(
                    "undo",
                    large.with("x1", one).with("x2", two),
                    Doing.at("x1", one),
                    Doing.at("x2", two))
                .set("--xsm.hosts.command-limit=2s")
                .prepared(Story::pauseWhatIsMade)
                .person("approve", "roll-back")
                .through(
                    "create-vm",
                    "LookUpRainyDay",
                    "DecideTrouble",
                    "RemoveVm",
                    "RemoveVmConfig",
                    "LeaveOutStep")
                .leaving(large)
                .acting(CREATED + " pause@TO destroy@TO"),
            Scene.planned("rejected", large.with("y1", one), large, "rejected")
                .asked()
                .person("reject", "none")
                .through("provision-site", "CloseRejectedRun"),
            Scene.planned("expired", large.with("z1", one), large, "expired")
                .set("--xsm.limits.approval-expiry=1s")
                .person("wait", "none")
                .through("provision-site", "DetermineApproval", "ExpireRun"));
    return new Story("growing-" + round, hosts, scenes);
  }

  /** VMs move live, cold and off a host that is down, and are retired. */
  static Story moving(int round) {
    List<String> hosts = addresses("10.79." + round + ".");
    String one = hosts.get(0);
    String two = hosts.get(1);
    String three = hosts.get(2);
    SiteText made =
        SiteText.of("moving").with("b1", one).with("b2", two).with("b3", one).with("b4", two);
    Doing[] all = {
      Doing.at("b1", one), Doing.at("b2", two), Doing.at("b3", one), Doing.at("b4", two)
    };
    Doing[] away = {
      new Doing("b1", one, three),
      new Doing("b2", two, three),
      new Doing("b3", one, two),
      new Doing("b4", two, one)
    };
    Doing[] back = {
      new Doing("b1", three, one),
      new Doing("b2", three, two),
      new Doing("b3", two, one),
      new Doing("b4", one, two)
    };
    Doing[] apart = {
      new Doing("b1", one, two),
      new Doing("b2", two, one),
      new Doing("b3", one, three),
      new Doing("b4", two, three)
    };
    Doing[] stay = {new Doing("b1", two, three), new Doing("b2", one, three)};
    Doing[] off = {new Doing("b3", three, one), new Doing("b4", three, two)};
    Doing[] first = {Doing.at("b1", two), Doing.at("b2", one)};
    Doing[] last = {Doing.at("b3", one), Doing.at("b4", two)};
    SiteText moved = moved(made, away);
    SiteText returned = moved(moved, back);
    SiteText scattered = moved(returned, apart);
    SiteText together = moved(scattered, off);
    SiteText fewer = together.without("b1").without("b2");
    List<Scene> scenes =
        List.of(
            create(made, all),
            Scene.applied("move", moved, away)
                .through(
                    "migrate-vm",
                    "CheckMigration",
                    "WriteConfig",
                    "MigrateVm",
                    "RemoveOldConfig",
                    "CheckVm",
                    "FinishStep")
                .acting("migrate-receive@TO migrate@FROM"),
            cold("move-cold", returned, back)
                .set(PATIENT)
                .through("migrate-vm", "ShutDownVm")
                .acting(ENDED + " " + CREATED),
            cold("move-of-the-deaf", scattered, apart)
                .set(IMPATIENT)
                .prepared(Story::refuseToMigrate)
                .through("migrate-vm", "DestroyVm")
                .acting(DESTROYED + " " + CREATED),
            Scene.applied("move-refused", moved(scattered, stay), stay)
                .prepared(hosts(Story::cannotMigrate))
                .person("approve", "skip")
                .through("migrate-vm", "LookUpRainyDay", "DecideTrouble", "LeaveOutStep")
                .leaving(scattered),
            Scene.applied("move-off-a-dead-host", together, off)
                .prepared(ground -> ground.switchOff(three))
                .person("approve", "confirm-off")
                .through(
                    "migrate-vm",
                    "ConfirmHostOff",
                    "DecideTrouble",
                    "WriteNewConfig",
                    "StartVm",
                    "CheckVm",
                    "FinishStep")
                .acting(CREATED),
            Scene.applied("retire-refused", fewer, first)
                .set(IMPATIENT)
                .prepared(Story::refuseToEnd)
                .person("approve", "skip")
                .through("retire-vm", "LookUpRainyDay", "DecideTrouble", "LeaveOutStep")
                .leaving(together)
                .acting("(shutdown@FROM)?"),
            Scene.applied("retire-the-deaf", fewer, first)
                .set(IMPATIENT)
                .prepared(Hosts::deafen)
                .through("retire-vm", "DestroyVm", "RemoveConfig", "FinishStep")
                .acting(DESTROYED),
            Scene.applied("retire", SiteText.of("moving"), last)
                .set(PATIENT)
                .through("retire-vm", "ShutDownVm", "RemoveConfig", "FinishStep")
                .acting(ENDED));
    return new Story("moving-" + round, hosts, scenes);
  }

  private static List<String> addresses(String net) {
    return IntStream.rangeClosed(1, 3).mapToObj(host -> net + host).toList();
  }

  private static Scene create(SiteText file, Doing... all) {
    return Scene.applied("create", file, all)
        .through("create-vm", "WriteConfig", "StartVm", "CheckVm", "FinishStep")
        .acting(CREATED);
  }

  private static Scene cold(String name, SiteText file, Doing... moves) {
    return Scene.applied(name, file, moves)
        .prepared(hosts(Story::cannotMigrate))
        .person("approve", "choose-cold")
        .through(
            "migrate-vm",
            "LookUpRainyDay",
            "DecideTrouble",
            "RemoveConfig",
            "WriteNewConfig",
            "StartVm",
            "CheckVm",
            "FinishStep");
  }

  private static SiteText sized(SiteText file, int memory, int vcpus) {
    SiteText sized = file;
    for (SiteText.Row vm : file.vms()) {
      sized = sized.sized(vm.name(), memory, vcpus);
    }
    return sized;
  }

  private static SiteText moved(SiteText file, Doing... moves) {
    SiteText moved = file;
    for (Doing move : moves) {
      moved = moved.moved(move.vm(), move.to());
    }
    return moved;
  }

  private static java.util.function.Consumer<Hosts> hosts(
      java.util.function.Consumer<org.xsm.connectors.simulated.SimulatedHost> deed) {
    return hosts -> hosts.each(deed);
  }

  private static void cannotMigrate(org.xsm.connectors.simulated.SimulatedHost host) {
    host.fail("migrate", 1, "xc: error: Failed to enable logdirty");
  }

  private static void refuseToMigrate(Hosts hosts) {
    hosts.each(Story::cannotMigrate);
    hosts.deafen();
  }

  private static void refuseToEnd(Hosts hosts) {
    hosts.each(host -> host.fail("destroy", 1, "destroy failed (rc=-3)"));
    hosts.deafen();
  }

  private static void pauseWhatIsMade(Hosts hosts) {
    hosts
        .addresses()
        .forEach(
            address ->
                hosts.program(
                    address,
                    "create.after",
                    "#!/bin/sh\nexec \"$XSM_SIMULATED_HOST/xl\" pause \"$1\"\n"));
  }
}
