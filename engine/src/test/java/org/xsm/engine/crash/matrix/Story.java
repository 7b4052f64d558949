package org.xsm.engine.crash.matrix;

import java.util.List;
import java.util.stream.IntStream;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.journey.SiteText;

/**
 * Scenes that follow from each other in one home folder. {@link Growing}, {@link Moving} and {@link
 * Deploying} together go through every task of every drawing.
 *
 * @param addresses the hosts on which it plays
 */
record Story(String name, List<String> addresses, List<Scene> scenes) {
  /** A guest that listens has all the time that it needs, however often the manager is away. */
  static final String PATIENT = "--xsm.limits.shutdown-timeout=10m";

  static final String IMPATIENT = "--xsm.limits.shutdown-timeout=2s";

  static final String CREATED = "create-begin@TO create@TO";
  static final String ENDED = "shutdown@FROM ended@FROM";

  /**
   * Two seconds are over before a manager that was killed can ask. (It gives a guest its whole time
   * anew when it starts, but starts for longer than that.)
   */
  static final String DESTROYED = "(shutdown@FROM )?destroy@FROM";

  /** Three addresses of this net. */
  static List<String> addresses(String net) {
    return IntStream.rangeClosed(1, 3).mapToObj(host -> net + host).toList();
  }

  /** The first scene of a story: all VMs are created. */
  static Scene create(SiteText file) {
    return Scene.applied("create", file, stay(file))
        .through("create-vm", "WriteConfig", "StartVm", "CheckVm", "FinishStep")
        .acting(CREATED);
  }

  /** Something is done to all VMs of the file, where they are. */
  static List<Doing> stay(SiteText file) {
    return file.vms().stream().map(vm -> Doing.at(vm.name(), vm.host())).toList();
  }

  /** The file with its VMs moved. */
  static SiteText moved(SiteText file, List<Doing> moves) {
    SiteText moved = file;
    for (Doing move : moves) {
      moved = moved.moved(move.vm(), move.to());
    }
    return moved;
  }

  /** The file with all its VMs in another size. */
  static SiteText sized(SiteText file, int memory, int vcpus) {
    SiteText sized = file;
    for (SiteText.Row vm : file.vms()) {
      sized = sized.sized(vm.name(), memory, vcpus);
    }
    return sized;
  }

  /** Migrations from this host fail, so that a person is asked. */
  static void cannotMigrate(SimulatedHost host) {
    host.fail("migrate", 1, "xc: error: Failed to enable logdirty");
  }
}
