package org.xsm.workflows.plan;

import java.util.Collection;
import java.util.List;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;

/** Why each step for a machine is in the plan, and what is not done with it, in sentences. */
final class HostReasons {
  /** How the image comes, where that is in nobody's company. */
  static final String UNICAST = "; the image comes by unicast";

  private HostReasons() {}

  /** How the image comes in a session: {@code ; the image comes with 3 others by multicast}. */
  static String cast(ImageSession session) {
    int others = session.machines() - 1;
    String company = others == 0 ? "" : " with " + others + (others == 1 ? " other" : " others");
    return "; the image comes" + company + " by " + session.method().label();
  }

  static String deployed(BareHost machine) {
    return machine.name()
        + " is wanted as a host with image "
        + machine.image()
        + ", and nobody answers at "
        + machine.address()
        + "; its disk is written over";
  }

  static String again(BareHost machine, List<String> lost) {
    return machine.name()
        + " was deployed once and does not answer at "
        + machine.address()
        + " now; if somebody confirms it, image "
        + machine.image()
        + " is put on it again, and everything on its disk is lost"
        + (lost.isEmpty() ? "" : ", with that of " + String.join(", ", lost));
  }

  static String retired(UndertakenHost host) {
    return host.machine().name()
        + " is not in set "
        + host.set()
        + " any more; nothing is done to the machine, which is only offered nothing more and is not"
        + " looked after";
  }

  static Finding stranger(BareHost machine) {
    return about(
        FindingKind.STRANGE_HOST,
        machine,
        " answers at " + machine.address() + " as a Xen host that XSM has not deployed.",
        "It is used as it is. To have it deployed, switch it off first, and drop the file again.");
  }

  static Finding otherImage(UndertakenHost deployed, BareHost machine) {
    return about(
        FindingKind.NOT_POSSIBLE,
        machine,
        " keeps image "
            + deployed.image().map(ImageName::value).orElse("")
            + ": to put "
            + machine.image()
            + " on it costs everything that lies on its disk.",
        "If that is meant: move its VMs away, take its <HOST> out of the file, switch it off, and"
            + " write it into the file again.");
  }

  static Finding moved(UndertakenHost deployed, BareHost machine) {
    return about(
        FindingKind.NOT_POSSIBLE,
        machine,
        " keeps its address "
            + deployed.machine().address()
            + ": "
            + machine.address()
            + " would have to be put into its system by a new deployment.",
        "Write DOM0 as it was; or take its <HOST> out of the file, switch it off, and write it"
            + " into the file again.");
  }

  static Finding notEmpty(BareHost machine, Collection<String> staying) {
    return about(
        FindingKind.NOT_POSSIBLE,
        machine,
        " is not let go: " + String.join(", ", staying) + " would still be there.",
        "Write other hosts for these VMs, or take them out of the file.");
  }

  static Finding unproved(BareHost machine, int memory) {
    return about(
        FindingKind.UNPROVED,
        machine,
        " is to get VMs with "
            + memory
            + " MiB, and nobody knows its memory before it is deployed.",
        "It is looked at when it answers: if it has too little, nothing is created there, and the"
            + " rest is planned and asked about again.");
  }

  private static Finding about(FindingKind kind, BareHost machine, String message, String advice) {
    return new Finding(kind, machine.name().value(), machine.name() + message, advice);
  }
}
