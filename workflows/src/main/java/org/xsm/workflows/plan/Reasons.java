package org.xsm.workflows.plan;

import java.util.List;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/** Why each step is in the plan, as a sentence without its full stop. */
final class Reasons {
  private Reasons() {}

  static String created(Vm vm) {
    return vm.name() + " is wanted on " + vm.host() + " and is not there";
  }

  static String retired(Intent intent) {
    return intent.vm().name() + " is not in set " + intent.set() + " any more; its disks are kept";
  }

  static String fenced(Intent.Fence fence) {
    return fence.vm().name()
        + " is wanted on "
        + fence.vm().host()
        + " and may still run on "
        + fence.from()
        + ", which does not answer; it is started only when somebody has confirmed that "
        + fence.from()
        + " is off";
  }

  static String moved(Intent.Change change, HostAddress from, HostAddress to) {
    String name = change.vm().name().value();
    HostAddress end = change.vm().host();
    if (!to.equals(end)) {
      return name + " stops over on " + to + " on its way to " + end + ", to let others pass";
    }
    String cold =
        change.travel().filter(Manner.COLD::equals).isPresent()
            ? "; between these two hosts it can only be moved while it is shut down"
                + also(change.differences())
            : "";
    return name + " is wanted on " + to + " and runs on " + from + cold;
  }

  static String reshaped(Intent.Change change) {
    String name = change.vm().name().value();
    Manner manner = change.reshape().orElse(Manner.LIVE);
    String changes = String.join(", ", change.differences());
    return switch (manner) {
      case RESTART -> name + " is restarted to change it: " + changes;
      case ADOPT ->
          name
              + " is taken over as it runs, domain "
              + change.uuid()
              + (changes.isEmpty() ? "" : ", and changed: " + changes);
      default -> name + " is changed while it runs: " + changes;
    };
  }

  static String shrunk(Vm now, int memory) {
    return now.name()
        + " is made smaller for a while, to let others pass: MEM "
        + now.memory()
        + " → "
        + memory;
  }

  static String regrown(Intent.Change change, Vm now) {
    String restarted = change.reshape().filter(Manner.RESTART::equals).map(m -> "; ").orElse("");
    String why = restarted.isEmpty() ? "" : restarted + reshaped(change);
    return change.vm().name()
        + " gets its memory back: MEM "
        + now.memory()
        + " → "
        + change.vm().memory()
        + why;
  }

  static String stopped(Vm now, Vm wanted) {
    return now.name()
        + " is shut down on "
        + now.host()
        + " to be started again on "
        + wanted.host()
        + ": in no other order is there always memory for all";
  }

  static String startedAgain(Intent.Change change) {
    return change.vm().name()
        + " is started on "
        + change.vm().host()
        + ", where it is wanted and was shut down for"
        + also(change.differences());
  }

  private static String also(List<String> differences) {
    return differences.isEmpty() ? "" : "; also changed: " + String.join(", ", differences);
  }
}
