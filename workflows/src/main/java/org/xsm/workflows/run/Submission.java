package org.xsm.workflows.run;

import java.util.List;
import org.xsm.workflows.site.Problem;

/** What came of a submitted file. */
public sealed interface Submission {
  /** A run has begun, or had begun already with the same content. */
  record Accepted(RunId run) implements Submission {}

  /** The file is wrong; nothing was done. */
  record Refused(List<Problem> problems) implements Submission {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
