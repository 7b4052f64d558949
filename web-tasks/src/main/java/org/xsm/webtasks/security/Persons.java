package org.xsm.webtasks.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.xsm.workflows.run.Person;

/** Translates a login into a person: each authority {@code ROLE_x} is membership of group x. */
public final class Persons {
  private static final String PREFIX = "ROLE_";

  private Persons() {}

  /** The person who is logged in. */
  public static Person of(Authentication authentication) {
    Set<String> groups =
        authentication.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority.startsWith(PREFIX))
            .map(authority -> authority.substring(PREFIX.length()))
            .collect(Collectors.toSet());
    return new Person(authentication.getName(), groups);
  }

  /** What a login of the person bears: the other way round. */
  public static List<GrantedAuthority> authorities(Person person) {
    return person.groups().stream()
        .sorted()
        .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(PREFIX + group))
        .toList();
  }

  /** Whether the person may throw the stop switch. */
  public static boolean mayStop(Person person) {
    return person.mayOperate() || person.isIn(Person.APPROVER);
  }
}
