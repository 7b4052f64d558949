package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.webtasks.api.FilterJson;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.ControlDesk;
import org.xsm.workflows.run.Filter;
import org.xsm.workflows.run.IncidentDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.site.InvalidValue;

/**
 * The page where people hold the manager back, by the stop switch and filters, and see what of it
 * has failed.
 */
@Hidden
@Controller
public final class ControlPage {
  private static final FilterJson EMPTY = new FilterJson("", "pause", "*", "", "*", null, "", "");

  private final ControlDesk control;
  private final IncidentDesk incidents;

  public ControlPage(ControlDesk control, IncidentDesk incidents) {
    this.control = control;
    this.incidents = incidents;
  }

  @GetMapping("/control")
  public ModelAndView show() {
    return page(EMPTY);
  }

  @PostMapping("/control/stop")
  public ModelAndView stop(@RequestParam(defaultValue = "") String why, Person person) {
    return answer(control.stop(person, why), EMPTY);
  }

  @PostMapping("/control/release")
  public ModelAndView release(Person person) {
    return answer(control.release(person), EMPTY);
  }

  @PostMapping("/control/filters")
  public ModelAndView set(FilterJson form, Person person) {
    try {
      Filter filter = form.filter(form.name() == null ? "" : form.name().strip(), person.name());
      return answer(control.set(filter, person), form);
    } catch (InvalidValue wrong) {
      String advice = wrong.getMessage() + ". " + wrong.advice();
      return answer(Verdict.refused(Verdict.Why.INCOMPLETE, advice), form);
    }
  }

  @PostMapping("/control/filters/{name}/remove")
  public ModelAndView remove(@PathVariable String name, Person person) {
    return answer(control.remove(name, person), EMPTY);
  }

  @PostMapping("/control/incidents/{id}/retry")
  public ModelAndView retry(@PathVariable String id, Person person) {
    return answer(incidents.retry(id, person), EMPTY);
  }

  private ModelAndView answer(Verdict verdict, FilterJson form) {
    if (!(verdict instanceof Verdict.Refused refused)) {
      return new ModelAndView("redirect:/control");
    }
    ModelAndView page = page(form);
    page.addObject("refused", refused.reason());
    page.setStatus(RefusalStatus.of(refused.why()));
    return page;
  }

  private ModelAndView page(FilterJson form) {
    ModelAndView page = new ModelAndView("control");
    page.addObject("holds", control.holds());
    page.addObject("incidents", incidents.list());
    page.addObject("kinds", StepKind.values());
    page.addObject("actions", Filter.Action.values());
    page.addObject("form", form);
    return page;
  }
}
