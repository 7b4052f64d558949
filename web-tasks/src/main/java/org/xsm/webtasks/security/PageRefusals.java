package org.xsm.webtasks.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Leads people to the login page, or tells them that they may not. Parts of a page that are fetched
 * again after the session has ended reload the whole page instead.
 */
final class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, ServletException {
    if (isPartOfAPage(request)) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      login.commence(request, response, why);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException && request.getRequestURI().equals("/login")) {
      response.sendRedirect("/login?stale");
    } else if (why instanceof CsrfException) {
      response.sendError(
          HttpServletResponse.SC_FORBIDDEN,
          "This form is from an earlier session. Go back, load the page again and repeat it.");
    } else if (Rights.KNOWN.matches(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, Rights.groupsFor(request));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Somebody could not log in on the page. */
  void refuseLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof TooManyTries tooMany) {
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value(), tooMany.tell(response));
    } else {
      Audit.noteRefusal(request, request.getParameter("username"), why);
      response.sendRedirect("/login?" + reason(why));
    }
  }

  private static String reason(AuthenticationException why) {
    if (why instanceof DisabledException) {
      return "nogroup";
    } else if (why instanceof AuthenticationServiceException) {
      return "away";
    }
    return why instanceof OAuth2AuthenticationException ? "refused" : "error";
  }

  private static boolean isPartOfAPage(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null
        || request.getRequestURI().equals("/events")
        || request.getRequestURI().endsWith("/drawing");
  }
}
