package org.xsm.engine.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.workflows.Home;
import org.xsm.workflows.run.Person;

/**
 * Makes the first users at the first start: {@code admin}, {@code operator}, {@code approver}, each
 * with a random password in {@code secrets/first-passwords}. There is no default password anywhere.
 */
final class FirstPeople {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final TransactionTemplate transaction;
  private final Home home;
  private final SecureRandom random = new SecureRandom();

  FirstPeople(
      IdentityService identity,
      AuthorizationService authorizations,
      TransactionTemplate transaction,
      Home home) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.transaction = transaction;
    this.home = home;
  }

  /** Does nothing when there is any user. */
  void settleIn() {
    if (identity.createUserQuery().count() > 0) {
      return;
    }
    Map<String, String> passwords = new LinkedHashMap<>();
    List.of("admin", "operator", "approver").forEach(name -> passwords.put(name, password()));
    write(passwords);
    transaction.executeWithoutResult(status -> create(passwords));
  }

  private void create(Map<String, String> passwords) {
    group(Groups.CAMUNDA_ADMIN, "Administrators", "SYSTEM");
    Groups.PLAIN.forEach(id -> group(id, id, "WORKFLOW"));
    passwords.forEach(this::user);
    identity.createMembership("admin", Groups.CAMUNDA_ADMIN);
    identity.createMembership("operator", Person.OPERATOR);
    identity.createMembership("approver", Person.APPROVER);
    for (Resource resource : Resources.values()) {
      Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      all.setGroupId(Groups.CAMUNDA_ADMIN);
      all.setResource(resource);
      all.setResourceId(Authorization.ANY);
      all.addPermission(Permissions.ALL);
      authorizations.saveAuthorization(all);
    }
  }

  private void group(String id, String name, String type) {
    Group group = identity.newGroup(id);
    group.setName(name);
    group.setType(type);
    identity.saveGroup(group);
  }

  private void user(String name, String password) {
    User user = identity.newUser(name);
    user.setFirstName(name);
    user.setLastName("");
    user.setPassword(password);
    identity.saveUser(user);
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    random
        .ints(LENGTH, 0, LETTERS.length())
        .forEach(letter -> password.append(LETTERS.charAt(letter)));
    return password.toString();
  }

  /** Written before the users are made: after a crash in between the next start makes both anew. */
  private void write(Map<String, String> passwords) {
    List<String> lines = new ArrayList<>();
    passwords.forEach((name, password) -> lines.add(name + " " + password));
    Path file = home.secrets().resolve("first-passwords");
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, lines, StandardOpenOption.WRITE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write the first passwords to " + file, unwritable);
    }
  }
}
