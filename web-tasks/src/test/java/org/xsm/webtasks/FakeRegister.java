package org.xsm.webtasks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/** Stands in for the register: four people, each in the group of their name. */
final class FakeRegister implements PeopleRegister {
  final Map<String, Set<String>> groups = new ConcurrentHashMap<>();

  FakeRegister() {
    refill();
  }

  void refill() {
    groups.clear();
    for (String name : Set.of("admin", "operator", "approver", "viewer")) {
      groups.put(name, Set.of(name));
    }
  }

  @Override
  public Optional<Person> find(String name) {
    return Optional.ofNullable(groups.get(name)).map(found -> new Person(name, found));
  }
}
