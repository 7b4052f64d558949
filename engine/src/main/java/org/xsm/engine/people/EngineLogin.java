package org.xsm.engine.people;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.xsm.webtasks.security.Persons;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/** Lets in whom the engine knows by name and password, and gives each group as a role. */
final class EngineLogin implements AuthenticationProvider {
  private final EnginePasswords passwords;
  private final PeopleRegister register;

  EngineLogin(EnginePasswords passwords, PeopleRegister register) {
    this.passwords = passwords;
    this.register = register;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    if (name.isBlank() || !passwords.match(name, password)) {
      throw new BadCredentialsException("wrong name or password");
    }
    Person person =
        register
            .find(name)
            .orElseThrow(() -> new BadCredentialsException("the account has just gone"));
    return UsernamePasswordAuthenticationToken.authenticated(
        name, null, Persons.authorities(person));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
