package org.xsm.webtasks.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in by the token that its request brings; makes no session. */
final class TokenFilter extends OncePerRequestFilter {
  private final AuthenticationManager logins;
  private final AuthenticationEntryPoint refusal;

  TokenFilter(AuthenticationManager logins, AuthenticationEntryPoint refusal) {
    this.logins = logins;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(logins.authenticate(TokenLogin.asked(request)));
      SecurityContextHolder.setContext(context);
    } catch (AuthenticationException unknown) {
      SecurityContextHolder.clearContext();
      refusal.commence(request, response, unknown);
      return;
    }
    chain.doFilter(request, response);
  }
}
