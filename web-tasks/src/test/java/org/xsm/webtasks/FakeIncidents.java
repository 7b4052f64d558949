package org.xsm.webtasks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xsm.workflows.run.Incident;
import org.xsm.workflows.run.IncidentDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;

/** Stands in for what has failed; what is tried again is mended. */
final class FakeIncidents implements IncidentDesk {
  final List<Incident> incidents = new CopyOnWriteArrayList<>();

  @Override
  public List<Incident> list() {
    return List.copyOf(incidents);
  }

  @Override
  public Verdict retry(String id, Person by) {
    if (!by.mayOperate()) {
      return Verdict.refused(Verdict.Why.NOT_ALLOWED, "Only operators may.");
    }
    return incidents.removeIf(incident -> incident.id().equals(id))
        ? Verdict.taken()
        : Verdict.refused(Verdict.Why.UNKNOWN, "Nothing stands still by this failure any more.");
  }
}
