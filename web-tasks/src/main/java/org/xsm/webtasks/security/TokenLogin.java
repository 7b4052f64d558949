package org.xsm.webtasks.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.xsm.workflows.people.TokenText;
import org.xsm.workflows.run.Person;

/** A login by a token: first as it came with a request, then as the person whom it acts for. */
final class TokenLogin extends AbstractAuthenticationToken {
  private static final String SCHEME = "Bearer";

  private final String name;
  private final transient String text;

  private TokenLogin(String name, String text, Collection<GrantedAuthority> authorities) {
    super(authorities);
    this.name = name;
    this.text = text;
  }

  /** Whether the request brings a token. */
  static boolean isBroughtBy(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
  }

  /** What the request brings, not yet believed; known in the books by its first letters. */
  static TokenLogin asked(HttpServletRequest request) {
    String text = request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip();
    String name = TokenText.parse(text).map(TokenText::beginning).orElse("unknown");
    TokenLogin asked = new TokenLogin(name, text, List.of());
    asked.setDetails(new WebAuthenticationDetails(request));
    return asked;
  }

  static TokenLogin of(Person person) {
    TokenLogin login = new TokenLogin(person.name(), null, Persons.authorities(person));
    login.setAuthenticated(true);
    return login;
  }

  @Override
  public String getCredentials() {
    return text;
  }

  @Override
  public String getPrincipal() {
    return name;
  }
}
