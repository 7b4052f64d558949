package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditLog;
import org.xsm.workflows.people.AuditQuery;

/** The page where admins see who did what from where, newest first. */
@Hidden
@Controller
public final class AuditPage {
  private static final int ON_A_PAGE = 50;

  private final AuditLog log;

  public AuditPage(AuditLog log) {
    this.log = log;
  }

  @GetMapping("/audit")
  public ModelAndView show(
      @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "0") int page) {
    AuditQuery query =
        new AuditQuery(Optional.empty(), Optional.empty(), Optional.of(person), page, ON_A_PAGE);
    List<AuditEntry> entries = log.list(query);
    ModelAndView shown = new ModelAndView("audit");
    shown.addObject("entries", entries);
    shown.addObject("person", person.strip());
    shown.addObject("page", query.page());
    shown.addObject("more", entries.size() == ON_A_PAGE);
    return shown;
  }
}
