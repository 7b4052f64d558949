package org.xsm.engine.crash.matrix;

import java.util.List;
import org.xsm.engine.journey.SiteText;

/** VMs move live, cold and off a host that is down, and are retired. */
final class Moving {
  private final List<String> hosts;
  private final List<Doing> away;
  private final List<Doing> back;
  private final List<Doing> apart;
  private final List<Doing> off;
  private final SiteText made;
  private final SiteText moved;
  private final SiteText returned;
  private final SiteText scattered;
  private final SiteText together;

  private Moving(List<String> hosts) {
    this.hosts = hosts;
    away = List.of(move("b1", 1, 3), move("b2", 2, 3), move("b3", 1, 2), move("b4", 2, 1));
    back = List.of(move("b1", 3, 1), move("b2", 3, 2), move("b3", 2, 1), move("b4", 1, 2));
    apart = List.of(move("b1", 1, 2), move("b2", 2, 1), move("b3", 1, 3), move("b4", 2, 3));
    off = List.of(move("b3", 3, 1), move("b4", 3, 2));
    made =
        SiteText.of("moving")
            .with("b1", host(1))
            .with("b2", host(2))
            .with("b3", host(1))
            .with("b4", host(2));
    moved = Story.moved(made, away);
    returned = Story.moved(moved, back);
    scattered = Story.moved(returned, apart);
    together = Story.moved(scattered, off);
  }

  private String host(int number) {
    return hosts.get(number - 1);
  }

  private Doing move(String vm, int from, int to) {
    return new Doing(vm, host(from), host(to));
  }

  /** The story on hosts and in a home of its own. */
  static Story story(int round) {
    Moving moving = new Moving(Story.addresses("10.79." + round + "."));
    return new Story("moving-" + round, moving.hosts, moving.scenes());
  }

  private List<Scene> scenes() {
    return List.of(
        Story.create(made),
        live(),
        cold(),
        coldOfTheDeaf(),
        refused(),
        offADeadHost(),
        retireRefused(),
        retireTheDeaf(),
        retire());
  }

  private Scene live() {
    return Scene.applied("move", moved, away)
        .through(
            "migrate-vm",
            "LookAgain",
            "CheckMigration",
            "WriteConfig",
            "MigrateVm",
            "RemoveOldConfig")
        .through("migrate-vm", "CheckVm", "FinishStep")
        .acting("migrate-receive@TO migrate@FROM");
  }

  private Scene cold() {
    return chosenCold("move-cold", returned, back)
        .set(Story.PATIENT)
        .through("migrate-vm", "ShutDownVm")
        .acting(Story.ENDED + " " + Story.CREATED);
  }

  private Scene coldOfTheDeaf() {
    return chosenCold("move-of-the-deaf", scattered, apart)
        .set(Story.IMPATIENT)
        .prepared(
            all -> {
              all.each(Story::cannotMigrate);
              all.deafen();
            })
        .through("migrate-vm", "DestroyVm")
        .acting(Story.DESTROYED + " " + Story.CREATED);
  }

  private static Scene chosenCold(String name, SiteText file, List<Doing> moves) {
    return Scene.applied(name, file, moves)
        .prepared(all -> all.each(Story::cannotMigrate))
        .person("approve", "choose-cold")
        .through("migrate-vm", "LookUpRainyDay", "WeighTable", "DecideTrouble", "RemoveConfig")
        .through("migrate-vm", "WriteNewConfig", "StartVm", "CheckVm", "FinishStep");
  }

  private Scene refused() {
    List<Doing> tried = List.of(move("b1", 2, 3), move("b2", 1, 3));
    return Scene.applied("move-refused", Story.moved(scattered, tried), tried)
        .prepared(all -> all.each(Story::cannotMigrate))
        .person("approve", "skip")
        .through("migrate-vm", "LookUpRainyDay", "WeighTable", "DecideTrouble", "LeaveOutStep")
        .leaving(scattered);
  }

  private Scene offADeadHost() {
    return Scene.applied("move-off-a-dead-host", together, off)
        .prepared(all -> all.switchOff(host(3)))
        .person("approve", "confirm-off")
        .through("migrate-vm", "ConfirmHostOff", "DecideTrouble")
        .through("migrate-vm", "WriteNewConfig", "StartVm", "CheckVm", "FinishStep")
        .acting(Story.CREATED);
  }

  private Scene retireRefused() {
    return Scene.applied("retire-refused", fewer(), List.of(move("b1", 2, 2), move("b2", 1, 1)))
        .set(Story.IMPATIENT)
        .prepared(
            all -> {
              all.each(host -> host.fail("destroy", 1, "destroy failed (rc=-3)"));
              all.deafen();
            })
        .person("approve", "skip")
        .through("retire-vm", "LookUpRainyDay", "WeighTable", "DecideTrouble", "LeaveOutStep")
        .leaving(together)
        .acting("(shutdown@FROM)?");
  }

  private Scene retireTheDeaf() {
    return Scene.applied("retire-the-deaf", fewer(), List.of(move("b1", 2, 2), move("b2", 1, 1)))
        .set(Story.IMPATIENT)
        .prepared(Hosts::deafen)
        .through("retire-vm", "DestroyVm", "RemoveConfig", "FinishStep")
        .acting(Story.DESTROYED);
  }

  private Scene retire() {
    return Scene.applied("retire", SiteText.of("moving"), Story.stay(fewer()))
        .set(Story.PATIENT)
        .through("retire-vm", "LookAgain", "ShutDownVm", "RemoveConfig", "FinishStep")
        .acting(Story.ENDED);
  }

  private SiteText fewer() {
    return together.without("b1").without("b2");
  }
}
