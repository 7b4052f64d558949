package org.xsm.workflows.plan;

import java.util.List;
import org.xsm.workflows.plan.room.Lack;
import org.xsm.workflows.site.HostAddress;

/** Says in words what memory is missing, and what would help. */
final class Shortage {
  static final String ADVICE = "Give it less memory, another host, or retire something there.";
  private static final int MOST_NAMED = 5;

  private Shortage() {}

  /** The VM does not fit even when all that leaves its host has left. */
  static String inTheEnd(Intent intent, Lack lack) {
    return String.format(
        "%s: it needs %d MiB %son %s, where %d MiB will be left; %d MiB are missing.",
        deed(intent),
        lack.room() + lack.missing(),
        intent instanceof Intent.Change ? "" : "and Xen's overhead ",
        intent.vm().host(),
        Math.max(0, lack.room()),
        lack.missing());
  }

  /** The VM would fit in the end, but waits for others that wait for it. */
  static String onTheWay(Intent intent, List<String> others) {
    String who = others.isEmpty() ? "what it changes places with" : names(others);
    return deed(intent)
        + ": it and "
        + who
        + " are in each other's way, and in no order is there always memory for all of them";
  }

  static String advice(Lack lack, HostAddress host, PlanningRules rules) {
    String cold =
        rules.coldMoves()
            ? ""
            : " Or set xsm.plan.cold-moves to true, so that one may be shut down meanwhile.";
    return lack.missing() + " MiB more free memory on " + host + " would do." + cold;
  }

  private static String names(List<String> others) {
    List<String> shown = others.subList(0, Math.min(MOST_NAMED, others.size()));
    String more =
        others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
    return String.join(", ", shown) + more;
  }

  private static String deed(Intent intent) {
    if (!(intent instanceof Intent.Change change)) {
      return "is not created";
    }
    return change.travel().isPresent()
        ? "is not moved from " + change.now().host() + " to " + change.vm().host()
        : "is not changed";
  }
}
