package org.xsm.engine.desk;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.xsm.engine.people.Groups;
import org.xsm.workflows.run.Person;

/**
 * Tells the engine on whose behalf something is done, for its authorizations and its operation log.
 * Only around the act itself: what a person may not do is said by our own rules, which must see the
 * task to say it.
 */
final class EngineIdentity {
  private final IdentityService identity;

  EngineIdentity(IdentityService identity) {
    this.identity = identity;
  }

  void as(Person person, Runnable action) {
    List<String> groups = new ArrayList<>(person.groups());
    if (person.isIn(Person.ADMIN)) {
      groups.add(Groups.CAMUNDA_ADMIN);
    }
    identity.setAuthentication(person.name(), groups);
    try {
      action.run();
    } finally {
      identity.clearAuthentication();
    }
  }
}
