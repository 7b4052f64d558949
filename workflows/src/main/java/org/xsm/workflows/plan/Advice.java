package org.xsm.workflows.plan;

import java.util.List;
import org.xsm.workflows.plan.Domains.Located;

/** Words that several findings use. */
final class Advice {
  static final String KEEP_ONE = "Find out which one is right, and end the other by hand.";
  static final String ANSWER_FIRST = "Bring the host back and drop the file again.";

  private Advice() {}

  static String twice(List<Located> located) {
    return "is there " + located.size() + " times: " + Located.places(located);
  }
}
