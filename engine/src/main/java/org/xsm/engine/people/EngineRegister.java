package org.xsm.engine.people;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/**
 * The engine's users as the register of people: asked anew each time, so nothing is out of date.
 */
final class EngineRegister implements PeopleRegister {
  private static final String ACCOUNT = "xsm-account";

  private final IdentityService identity;

  EngineRegister(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Optional<Person> find(String name) {
    if (name.isBlank() || identity.createUserQuery().userId(name).count() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            name,
            identity.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .map(Groups::ours)
                .collect(Collectors.toSet())));
  }

  /** The mark of the person's account, which is gone with it; empty while none was set. */
  Optional<String> findAccount(String name) {
    return Optional.ofNullable(identity.getUserInfo(name, ACCOUNT));
  }

  /** The mark of the person's account, which is set now where there is none. */
  String account(String name) {
    return findAccount(name)
        .orElseGet(
            () -> {
              String account = UUID.randomUUID().toString();
              identity.setUserInfo(name, ACCOUNT, account);
              return account;
            });
  }
}
