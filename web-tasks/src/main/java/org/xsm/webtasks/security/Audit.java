package org.xsm.webtasks.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditEntry.Way;
import org.xsm.workflows.people.AuditLog;

/**
 * Writes down who did what: every request of somebody known that may change something, logins on
 * the pages and wrong logins anywhere, and logouts. What strangers send is not written down, lest
 * they fill the log; nor are logins that are not looked at because too many before were wrong.
 */
final class Audit extends OncePerRequestFilter {
  private static final String NOTED = Audit.class.getName();
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final AuditLog log;
  private final Clock clock;

  Audit(AuditLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * What is known of a request before it is answered.
   *
   * @param status what to write down in place of what is answered; empty for that
   */
  private record Note(String person, Way way, String act, Optional<Integer> status) {}

  /** Somebody is known to have sent this. */
  static void noteRequest(HttpServletRequest request, Authentication login) {
    boolean leaves = request.getRequestURI().equals("/logout");
    if (leaves || !HARMLESS.contains(request.getMethod())) {
      String act = leaves ? "logout" : request.getMethod();
      note(request, new Note(login.getName(), way(request), act, Optional.empty()));
    }
  }

  /** Somebody has logged in on the pages. */
  static void noteLogin(HttpServletRequest request, Authentication login) {
    note(request, login.getName(), HttpServletResponse.SC_OK);
  }

  /** Somebody could not log in. */
  static void noteRefusal(HttpServletRequest request, String name, AuthenticationException why) {
    if (why instanceof AuthenticationServiceException) {
      note(request, name, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      boolean known = why instanceof AccountStatusException;
      note(
          request,
          name,
          known ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private static void note(HttpServletRequest request, String name, int status) {
    String known = name == null || name.isBlank() ? "unknown" : name;
    note(request, new Note(known, way(request), "login", Optional.of(status)));
  }

  private static void note(HttpServletRequest request, Note note) {
    request.setAttribute(NOTED, note);
  }

  private static Way way(HttpServletRequest request) {
    if (TokenLogin.isBroughtBy(request)) {
      return Way.TOKEN;
    }
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? Way.PAGE : Way.BASIC;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      if (request.getAttribute(NOTED) instanceof Note note) {
        int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        write(request, note, note.status().orElse(status));
      }
    }
  }

  private void write(HttpServletRequest request, Note note, int status) {
    log.add(
        new AuditEntry(
            clock.instant(),
            note.person(),
            request.getRemoteAddr(),
            note.way(),
            note.act(),
            request.getRequestURI(),
            status));
  }
}
