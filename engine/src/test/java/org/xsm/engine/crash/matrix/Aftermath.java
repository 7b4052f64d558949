package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.xsm.engine.crash.matrix.Hosts.Act;
import org.xsm.engine.crash.matrix.Hosts.Guest;
import org.xsm.engine.journey.SiteText.Row;

/**
 * What the hosts must tell of themselves when a scene is over.
 *
 * @param acts what was done in this scene, oldest first
 */
record Aftermath(Scene scene, List<Act> acts) {
  /** Each VM had done to it what it should, once; nobody else had anything done to them. */
  void check(Hosts hosts) {
    for (Doing doing : scene.doings()) {
      assertThat(words(doing.vm())).as("acts on %s in %s", doing, scene).matches(scene.acts(doing));
    }
    List<String> known = scene.doings().stream().map(Doing::vm).toList();
    assertThat(acts)
        .as("acts on others in %s", scene)
        .allMatch(act -> known.contains(act.effect().name()));
    assertThat(hosts.guests().stream().map(Aftermath::row).toList())
        .as("what runs after %s", scene)
        .containsExactlyInAnyOrderElementsOf(scene.after().vms());
  }

  private String words(String vm) {
    return String.join(
        " ",
        acts.stream().filter(act -> act.effect().name().equals(vm)).map(Act::toString).toList());
  }

  /** A guest in the words of a file. */
  private static Row row(Guest guest) {
    return new Row(
        guest.domain().name(),
        guest.host(),
        Math.toIntExact(guest.domain().memory()),
        guest.domain().vcpus());
  }
}
