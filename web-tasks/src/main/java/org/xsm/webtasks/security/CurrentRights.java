package org.xsm.webtasks.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.run.Person;

/**
 * Asks with each request of a session whether its person is still there, in which groups, and
 * whether the login lasts already too long. So whoever is dismissed, or loses a group, loses what
 * they may with their next request.
 */
public final class CurrentRights extends OncePerRequestFilter {
  private static final String LOGGED_IN_AT = CurrentRights.class.getName() + ".at";

  private final PeopleRegister register;
  private final LoginSettings settings;
  private final Clock clock;

  public CurrentRights(PeopleRegister register, LoginSettings settings, Clock clock) {
    this.register = register;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getSession(false) == null || Rights.OPEN.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && !(login instanceof AnonymousAuthenticationToken)) {
      renew(request.getSession(), login);
      note(request);
    }
    chain.doFilter(request, response);
  }

  private static void note(HttpServletRequest request) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null) {
      Audit.noteRequest(request, login);
    }
  }

  private void renew(HttpSession session, Authentication login) {
    Optional<Person> person = isOver(session) ? Optional.empty() : register.find(login.getName());
    if (person.isEmpty()) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    } else if (!person.get().equals(Persons.of(login))) {
      SecurityContextHolder.setContext(new SecurityContextImpl(now(person.get(), login)));
    }
  }

  private boolean isOver(HttpSession session) {
    Instant now = clock.instant();
    if (session.getAttribute(LOGGED_IN_AT) instanceof Instant begun) {
      return !now.isBefore(begun.plus(settings.sessionLimit()));
    }
    session.setAttribute(LOGGED_IN_AT, now);
    return false;
  }

  private static Authentication now(Person person, Authentication login) {
    UsernamePasswordAuthenticationToken renewed =
        UsernamePasswordAuthenticationToken.authenticated(
            person.name(), null, Persons.authorities(person));
    renewed.setDetails(login.getDetails());
    return renewed;
  }
}
