package org.xsm.workflows.people;

import java.util.Locale;
import java.util.Set;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.InvalidValue;

/** How much of its person's rights a token has; never more than the person has at that moment. */
public enum Extent {
  /** It may what its person may. */
  PERSON,
  /** It may look only. */
  VIEWER;

  /** The word in the API and on pages: {@code viewer}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The extent with this label. */
  public static Extent parse(String label) {
    for (Extent extent : values()) {
      if (extent.label().equals(label)) {
        return extent;
      }
    }
    throw new InvalidValue(
        "'" + label + "' is no extent of a token", "Use person (all that you may) or viewer.");
  }

  /** The person as the token may act for them. */
  public Person of(Person person) {
    return this == PERSON ? person : new Person(person.name(), Set.of(Person.VIEWER));
  }
}
