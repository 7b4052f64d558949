package org.xsm.engine.people;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.workflows.people.GuestBook;
import org.xsm.workflows.run.Person;

/**
 * People whom somebody else vouches for, such as a directory. Each gets a user of the engine
 * without a password, in the groups that were vouched for last; so tasks, tokens and Cockpit know
 * them like anybody else. Who has a user of our own is never taken over by one of the same name.
 */
final class Outsiders implements GuestBook {
  private static final String SOURCE = "xsm-source";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

  private final IdentityService identity;
  private final TransactionTemplate transaction;

  Outsiders(IdentityService identity, TransactionTemplate transaction) {
    this.identity = identity;
    this.transaction = transaction;
  }

  /** Who vouches for this user; empty for a user of our own. */
  Optional<String> findSource(String name) {
    return Optional.ofNullable(identity.getUserInfo(name, SOURCE));
  }

  /** One login at a time. */
  @Override
  public synchronized Optional<Person> admit(String source, Person person) {
    if (!NAME.matcher(person.name()).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        transaction.execute(status -> welcome(source, person) ? person : null));
  }

  private boolean welcome(String source, Person person) {
    boolean known = identity.createUserQuery().userId(person.name()).count() > 0;
    if (known && !findSource(person.name()).equals(Optional.of(source))) {
      return false;
    }
    if (!known) {
      User user = identity.newUser(person.name());
      user.setFirstName(person.name());
      user.setLastName("");
      identity.saveUser(user);
      identity.setUserInfo(person.name(), SOURCE, source);
    }
    bringGroupsUpToDate(person);
    return true;
  }

  private void bringGroupsUpToDate(Person person) {
    Set<String> wanted = person.groups().stream().map(Groups::engines).collect(Collectors.toSet());
    Set<String> had =
        identity.createGroupQuery().groupMember(person.name()).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    had.stream()
        .filter(group -> !wanted.contains(group))
        .forEach(group -> identity.deleteMembership(person.name(), group));
    wanted.stream()
        .filter(group -> !had.contains(group))
        .forEach(group -> identity.createMembership(person.name(), group));
  }
}
