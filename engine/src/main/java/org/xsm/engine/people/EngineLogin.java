package org.xsm.engine.people;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.xsm.webtasks.security.Persons;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/**
 * Lets in whom the engine knows by name and password, and others whom the directory knows, if there
 * is one; gives each group as a role.
 */
final class EngineLogin implements AuthenticationProvider {
  private final EnginePasswords passwords;
  private final PeopleRegister register;
  private final Optional<DirectoryLogin> directory;

  EngineLogin(
      EnginePasswords passwords, PeopleRegister register, Optional<DirectoryLogin> directory) {
    this.passwords = passwords;
    this.register = register;
    this.directory = directory;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    Person person =
        directory
            .filter(known -> known.isInCharge(name))
            .map(known -> known.logIn(name, password))
            .orElseGet(() -> logIn(name, password));
    return UsernamePasswordAuthenticationToken.authenticated(
        person.name(), null, Persons.authorities(person));
  }

  private Person logIn(String name, String password) {
    return Optional.of(name)
        .filter(known -> passwords.match(known, password))
        .flatMap(register::find)
        .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
