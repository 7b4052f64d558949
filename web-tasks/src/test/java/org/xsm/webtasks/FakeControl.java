package org.xsm.webtasks;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xsm.workflows.run.ControlDesk;
import org.xsm.workflows.run.Filter;
import org.xsm.workflows.run.Holds;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;

/** Stands in for what holds the manager back; believes everybody. */
final class FakeControl implements ControlDesk {
  final SortedMap<String, Filter> filters = new TreeMap<>();
  Optional<Holds.Stop> stop = Optional.empty();

  @Override
  public Holds holds() {
    return new Holds(stop, Set.of(), java.util.List.copyOf(filters.values()));
  }

  @Override
  public Verdict stop(Person by, String why) {
    stop = Optional.of(new Holds.Stop(by.name(), why));
    return Verdict.taken();
  }

  @Override
  public Verdict release(Person by) {
    stop = Optional.empty();
    return Verdict.taken();
  }

  @Override
  public Verdict set(Filter filter, Person by) {
    filters.put(filter.name(), filter);
    return Verdict.taken();
  }

  @Override
  public Verdict remove(String filter, Person by) {
    return filters.remove(filter) == null
        ? Verdict.refused(Verdict.Why.UNKNOWN, "There is no filter " + filter + ".")
        : Verdict.taken();
  }
}
