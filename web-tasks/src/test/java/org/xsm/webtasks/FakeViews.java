package org.xsm.webtasks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.View;
import org.xsm.workflows.run.Views;

/** Keeps people's views in memory. */
final class FakeViews implements Views {
  private final Map<String, TreeMap<String, View>> kept = new ConcurrentHashMap<>();

  @Override
  public List<View> of(Person person) {
    return List.copyOf(views(person).values());
  }

  @Override
  public Verdict keep(Person person, View view) {
    views(person).put(view.name(), view);
    return Verdict.taken();
  }

  @Override
  public void forget(Person person, String name) {
    views(person).remove(name);
  }

  private TreeMap<String, View> views(Person person) {
    return kept.computeIfAbsent(person.name(), none -> new TreeMap<>());
  }
}
