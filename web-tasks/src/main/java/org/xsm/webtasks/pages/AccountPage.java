package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.webtasks.api.TokenForm;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.workflows.people.Extent;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.InvalidValue;

/** The page of whoever is logged in: groups, and the tokens of their programs. */
@Hidden
@Controller
public final class AccountPage {
  private final TokenDesk tokens;
  private final Clock clock;

  public AccountPage(TokenDesk tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @GetMapping("/account")
  public ModelAndView show(Person person) {
    return page(person, empty());
  }

  /** Answers with the token itself, not with a redirect: it is shown this once. */
  @PostMapping("/account/tokens")
  public ModelAndView make(TokenForm form, Person person) {
    try {
      TokenDesk.Issued issued = tokens.issue(person, form.wish(tokens.lifetimes()));
      return page(person, empty()).addObject("issued", issued);
    } catch (InvalidValue wrong) {
      ModelAndView page = page(person, form);
      page.addObject("refused", wrong.getMessage() + ". " + wrong.advice());
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return page;
    }
  }

  @PostMapping("/account/tokens/{id}/revoke")
  public String revoke(@PathVariable String id, Person person) {
    RefusalStatus.check(tokens.revoke(id, person));
    return "redirect:/account";
  }

  private TokenForm empty() {
    return new TokenForm("", (int) tokens.lifetimes().usual().toDays(), Extent.PERSON.label());
  }

  private ModelAndView page(Person person, TokenForm form) {
    ModelAndView page = new ModelAndView("account");
    page.addObject("groups", person.groups().stream().sorted().toList());
    page.addObject("tokens", tokens.list(person));
    page.addObject("now", clock.instant());
    page.addObject("longest", tokens.lifetimes().longest().toDays());
    page.addObject("form", form);
    return page;
  }
}
