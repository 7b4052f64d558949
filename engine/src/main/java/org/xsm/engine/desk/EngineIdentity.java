package org.xsm.engine.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.xsm.engine.people.Groups;
import org.xsm.workflows.run.Person;

/** Tells the engine on whose behalf a thread acts, for its authorizations and its operation log. */
final class EngineIdentity {
  private final IdentityService identity;

  EngineIdentity(IdentityService identity) {
    this.identity = identity;
  }

  <T> T as(Person person, Supplier<T> action) {
    List<String> groups = new ArrayList<>(person.groups());
    if (person.isIn(Person.ADMIN)) {
      groups.add(Groups.CAMUNDA_ADMIN);
    }
    identity.setAuthentication(person.name(), groups);
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
