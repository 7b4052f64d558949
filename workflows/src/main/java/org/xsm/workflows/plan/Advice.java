package org.xsm.workflows.plan;

import java.util.List;
import org.xsm.workflows.plan.Domains.Located;

/** Obstacles that are met in several places, in words. */
final class Advice {
  private Advice() {}

  static Obstacle twice(List<Located> located) {
    return new Obstacle(
        FindingKind.ODD_STATE,
        "is there " + located.size() + " times: " + Located.places(located),
        "Find out which one is right, and end the other by hand.");
  }

  /**
   * A host does not answer.
   *
   * @param what what becomes of the VM, such as {@code "is not touched: "}
   * @param why it does not, with its name
   */
  static Obstacle unknown(String what, String why) {
    return silent(what + "its host is unknown: " + why);
  }

  /** Hosts do not answer, in these words. */
  static Obstacle silent(String message) {
    return new Obstacle(
        FindingKind.UNKNOWN_HOST, message, "Bring the host back and drop the file again.");
  }
}
