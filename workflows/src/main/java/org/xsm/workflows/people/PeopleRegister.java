package org.xsm.workflows.people;

import java.util.Optional;
import org.xsm.workflows.run.Person;

/** Knows who people are at this moment. */
public interface PeopleRegister {
  /** The person of this name, with today's groups; empty when there is no such account any more. */
  Optional<Person> find(String name);
}
