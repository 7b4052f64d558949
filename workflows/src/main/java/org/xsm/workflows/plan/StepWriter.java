package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xsm.workflows.plan.room.Act;
import org.xsm.workflows.plan.room.Scheduled;
import org.xsm.workflows.site.HostAddress;

/** Makes the steps of a plan: what the order of memory says of numbers, said of VMs. */
final class StepWriter {
  private final List<Intent> intents;
  private final List<HostAddress> hosts;
  private final Map<Integer, Chapter> chapters = new HashMap<>();
  private final Map<StepId, Integer> used = new HashMap<>();
  private final Handover handover = new Handover();

  StepWriter(List<Intent> intents, List<HostAddress> hosts) {
    this.intents = intents;
    this.hosts = hosts;
  }

  List<VmStep> write(List<Scheduled> acts) {
    List<VmStep> steps = new ArrayList<>(acts.size());
    for (Scheduled scheduled : acts) {
      VmStep step = write(scheduled.act());
      List<StepId> waits =
          scheduled.waitsFor().stream().map(before -> steps.get(before).id()).toList();
      steps.add(handover.complete(step.waitingFor(waits)));
    }
    return Downtime.say(steps);
  }

  private VmStep write(Act act) {
    Chapter chapter =
        chapters.computeIfAbsent(act.guest(), guest -> new Chapter(intents.get(guest)));
    VmStep step = chapter.step(act, hosts.get(act.host()));
    int number = used.merge(step.id(), 1, Integer::sum);
    return step.named(step.id().further(number));
  }
}
