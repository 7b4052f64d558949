package org.xsm.workflows.run;

import java.util.List;

/** Where it is seen what of the manager itself has failed, and tried again. */
public interface IncidentDesk {
  /** What stands still, by failure: what has hit most first. Of the newest 1000 times. */
  List<Incident> list();

  /**
   * Tries everything once more that stands still by this failure.
   *
   * @param by an operator or admin; others are refused
   */
  Verdict retry(String incident, Person by);
}
