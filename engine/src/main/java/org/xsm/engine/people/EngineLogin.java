package org.xsm.engine.people;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.xsm.webtasks.security.Persons;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/**
 * Checks names and passwords with the engine's identity service, and gives each group as a role.
 */
final class EngineLogin implements AuthenticationProvider {
  private final IdentityService identity;
  private final PeopleRegister register;

  EngineLogin(IdentityService identity, PeopleRegister register) {
    this.identity = identity;
    this.register = register;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    if (name.isBlank() || !identity.checkPassword(name, password)) {
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
