package org.xsm.engine.people;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Checks names and passwords with the engine's identity service, and gives each group as a role.
 */
final class EngineLogin implements AuthenticationProvider {
  private final IdentityService identity;

  EngineLogin(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    if (name.isBlank() || !identity.checkPassword(name, password)) {
      throw new BadCredentialsException("wrong name or password");
    }
    List<SimpleGrantedAuthority> roles =
        identity.createGroupQuery().groupMember(name).list().stream()
            .map(group -> new SimpleGrantedAuthority("ROLE_" + Groups.ours(group.getId())))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(name, null, roles);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
