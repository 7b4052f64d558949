package org.xsm.webtasks.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Leads people who have logged in to the page that they wanted, and has the login written down. */
final class LoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
  LoginSuccess() {
    setRequestCache(new PageToReturnTo());
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws ServletException, IOException {
    Audit.noteLogin(request, login);
    super.onAuthenticationSuccess(request, response, login);
  }
}
