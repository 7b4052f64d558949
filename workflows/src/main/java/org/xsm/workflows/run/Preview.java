package org.xsm.workflows.run;

import java.util.List;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.site.Problem;

/** What a file would do, if it were submitted now. */
public sealed interface Preview {
  /** The plan that the file leads to. */
  record Planned(Plan plan) implements Preview {}

  /** The file is wrong. */
  record Refused(List<Problem> problems) implements Preview {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
