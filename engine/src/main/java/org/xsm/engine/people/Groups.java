package org.xsm.engine.people;

import java.util.List;
import org.xsm.workflows.run.Person;

/** The groups that the manager knows. */
public final class Groups {
  /** The engine's own group of administrators; its members are our admins. */
  public static final String CAMUNDA_ADMIN = "camunda-admin";

  /** Our groups beside the admins. */
  static final List<String> PLAIN = List.of(Person.VIEWER, Person.OPERATOR, Person.APPROVER);

  private Groups() {}

  /** The name under which a group of the engine stands in our pages. */
  static String ours(String engineGroup) {
    return engineGroup.equals(CAMUNDA_ADMIN) ? Person.ADMIN : engineGroup;
  }

  /** The group of the engine that stands in our pages under this name. */
  static String engines(String ourGroup) {
    return ourGroup.equals(Person.ADMIN) ? CAMUNDA_ADMIN : ourGroup;
  }
}
