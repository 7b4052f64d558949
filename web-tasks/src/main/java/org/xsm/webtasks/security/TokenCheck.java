package org.xsm.webtasks.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.people.TokenText;

/** Asks the token desk whom a token acts for. */
final class TokenCheck implements AuthenticationProvider {
  private final TokenDesk tokens;

  TokenCheck(TokenDesk tokens) {
    this.tokens = tokens;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    return TokenText.parse(String.valueOf(asked.getCredentials()))
        .flatMap(tokens::findPerson)
        .map(TokenLogin::of)
        .orElseThrow(() -> new BadCredentialsException("unknown token"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return TokenLogin.class == authentication;
  }
}
