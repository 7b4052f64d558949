package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people log in. */
@Hidden
@Controller
public final class LoginPage {
  @GetMapping("/login")
  public String login() {
    return "login";
  }
}
