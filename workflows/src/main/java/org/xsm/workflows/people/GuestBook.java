package org.xsm.workflows.people;

import java.util.Optional;
import org.xsm.workflows.run.Person;

/** Where people are made known whom somebody else vouches for, such as an OpenID provider. */
public interface GuestBook {
  /**
   * Makes the person known, or brings their groups up to date.
   *
   * @param source who vouches: {@code ldap}, {@code oidc}
   * @return empty when the name cannot be had: it has odd characters, or is somebody else's
   */
  Optional<Person> admit(String source, Person person);
}
