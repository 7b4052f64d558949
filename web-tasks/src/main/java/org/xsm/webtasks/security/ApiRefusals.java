package org.xsm.webtasks.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.xsm.webtasks.security.ProblemWriter.Refusal;

/** Says to programs, as problem documents, that they are not logged in or may not. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final Refusal LOG_IN =
      new Refusal(
          HttpStatus.UNAUTHORIZED,
          "Log in with a token, with HTTP Basic (a name and its password), or with a session of the"
              + " pages.");
  private static final Refusal WRONG_TOKEN =
      new Refusal(
          HttpStatus.UNAUTHORIZED,
          "This token is unknown, revoked or over, or its account is gone. Make a new one on the"
              + " page /account.");
  private static final Refusal NOT_BY_TOKEN =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "A token makes, lists and revokes no tokens. Use the page /account, or HTTP Basic.");
  private static final Refusal NOT_NOW =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE, "Logins cannot be checked at the moment; try again.");
  private static final Refusal NO_GROUP =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "Your account is in none of the groups that may use XSM, or its name is taken here. Ask"
              + " an admin.");
  private static final Refusal NO_TOKEN =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "A request of a session that changes something needs the page's token in X-CSRF-TOKEN;"
              + " a program logs in with a token or HTTP Basic instead.");
  private final ProblemWriter problems;

  ApiRefusals(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    noteRefusal(request, why);
    if (why instanceof AuthenticationServiceException) {
      problems.write(request, response, NOT_NOW);
      return;
    }
    if (why instanceof TooManyTries tooMany) {
      problems.write(
          request, response, new Refusal(HttpStatus.TOO_MANY_REQUESTS, tooMany.tell(response)));
    } else if (why instanceof DisabledException) {
      problems.write(request, response, NO_GROUP);
    } else {
      challenge(request, response);
    }
  }

  private static void noteRefusal(HttpServletRequest request, AuthenticationException why) {
    if (why instanceof InsufficientAuthenticationException || why instanceof TooManyTries) {
      return;
    }
    Audit.noteRefusal(
        request,
        TokenLogin.isBroughtBy(request)
            ? TokenLogin.asked(request).getName()
            : WebAccess.nameIn(request),
        why);
  }

  private void challenge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (TokenLogin.isBroughtBy(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problems.write(request, response, WRONG_TOKEN);
      return;
    }
    if (!Browsers.sent(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"xsm\", charset=\"UTF-8\"");
    }
    problems.write(request, response, LOG_IN);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null) {
      commence(request, response, new InsufficientAuthenticationException("nobody", why));
    } else {
      problems.write(request, response, refusal(request, login, why));
    }
  }

  private static Refusal refusal(
      HttpServletRequest request, Authentication login, AccessDeniedException why) {
    if (why instanceof CsrfException) {
      return NO_TOKEN;
    }
    boolean asksForTokens = login instanceof TokenLogin && Rights.TOKENS.matches(request);
    return asksForTokens
        ? NOT_BY_TOKEN
        : new Refusal(HttpStatus.FORBIDDEN, "You may not do this. " + Rights.groupsFor(request));
  }
}
