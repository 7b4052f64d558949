package org.xsm.engine.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.xsm.engine.journey.Rehearsal;

/** Performs a scenario line by line, and says at which line it went wrong. */
final class Script {
  private final Theatre theatre;
  private final Map<String, Consumer<Line>> verbs = new HashMap<>();

  Script(Scenario scenario, Rehearsal rehearsal) {
    theatre = new Theatre(scenario, rehearsal);
    HostVerbs hosts = new HostVerbs(theatre);
    RunVerbs runs = new RunVerbs(theatre, hosts);
    verbs.put("host", hosts::host);
    verbs.put("hand", hosts::hand);
    verbs.put("guests", hosts::guests);
    verbs.put("count", hosts::count);
    verbs.put("submit", runs::submit);
    verbs.put("drop", runs::drop);
    verbs.put("see", runs::see);
    verbs.put("approve", runs::approve);
    verbs.put("reject", runs::reject);
    verbs.put("send-back", runs::sendBack);
    verbs.put("decide", runs::decide);
    verbs.put("filter", runs::filter);
    verbs.put("let-go", runs::letGo);
    verbs.put("await", runs::await);
    for (String act : new String[] {"cancel", "pause", "resume"}) {
      verbs.put(act, line -> runs.act(line, act));
    }
  }

  /** Performs it; answers what its journals say in the end. */
  String perform() {
    theatre.scenario().plot().forEach(this::perform);
    return new Told(theatre).text();
  }

  private void perform(Line line) {
    Consumer<Line> verb = verbs.get(line.next("a verb"));
    if (verb == null) {
      throw line.fault("one of the verbs " + verbs.keySet().stream().sorted().toList());
    }
    try {
      verb.accept(line);
    } catch (RuntimeException | AssertionError wrong) {
      throw new AssertionError(
          line + " went wrong. Until then:\n" + new Told(theatre).text(), wrong);
    }
  }
}
