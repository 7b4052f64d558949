package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.List;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.Vm;

/** What differs between VMs, as old → new values for a person. */
final class Differences {
  /** A number as we made it, as it was found, and as it is wanted. */
  private record Size(int last, int now, int wanted) {}

  private final List<String> differences = new ArrayList<>();

  private Differences() {}

  /**
   * What differs from the wanted VM.
   *
   * @param last the VM as we made it
   * @param now the VM as it was found; only its size can differ from how we made it
   */
  static List<String> between(Vm last, Vm now, Vm wanted) {
    Differences all = new Differences();
    all.compare("VCPUS", new Size(last.vcpus(), now.vcpus(), wanted.vcpus()));
    all.compare("MEM", new Size(last.memory(), now.memory(), wanted.memory()));
    all.compare("HWADDR", last.mac(), wanted.mac());
    all.compare("IP", address(last.ip()), address(wanted.ip()));
    all.compare("config", last.template(), wanted.template());
    return all.differences;
  }

  private static String address(IpSetting ip) {
    return ip instanceof IpSetting.Fixed fixed
        ? ip.text() + fixed.gateway().map(gateway -> " by " + gateway).orElse("")
        : ip.text();
  }

  private void compare(String name, Size size) {
    if (size.now() == size.wanted()) {
      compare(name, (Object) size.last(), size.wanted());
    } else {
      String drifted = size.last() == size.wanted() ? " (found)" : "";
      differences.add(name + " " + size.now() + drifted + " → " + size.wanted());
    }
  }

  private void compare(String name, Object old, Object wanted) {
    if (!old.equals(wanted)) {
      differences.add(name + " " + old + " → " + wanted);
    }
  }
}
