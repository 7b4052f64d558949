package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.webtasks.security.OidcSettings;

/** The page on which people log in. */
@Hidden
@Controller
public final class LoginPage {
  private final OidcSettings oidc;

  public LoginPage(OidcSettings oidc) {
    this.oidc = oidc;
  }

  @GetMapping("/login")
  public ModelAndView login() {
    return new ModelAndView("login", "oidc", oidc);
  }
}
