package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.List;
import org.xsm.workflows.site.Vm;

/** What differs between two descriptions of a VM, as old → new values for a person. */
final class Differences {
  private Differences() {}

  static List<String> between(Vm old, Vm wanted) {
    List<String> differences = new ArrayList<>();
    compare(differences, "VCPUS", old.vcpus(), wanted.vcpus());
    compare(differences, "MEM", old.memory(), wanted.memory());
    compare(differences, "HWADDR", old.mac(), wanted.mac());
    compare(differences, "IP", old.ip().text(), wanted.ip().text());
    compare(differences, "config", old.template(), wanted.template());
    return differences;
  }

  private static void compare(List<String> differences, String name, Object old, Object wanted) {
    if (!old.equals(wanted)) {
      differences.add(name + " " + old + " → " + wanted);
    }
  }
}
