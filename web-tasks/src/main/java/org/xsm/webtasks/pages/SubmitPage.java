package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.webtasks.views.PlanView;
import org.xsm.webtasks.views.ProblemRow;
import org.xsm.workflows.Home;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.SiteFormat;

/**
 * The page on which people check and submit a site file. With scripts, only the result of a check
 * is exchanged and the chosen file stays chosen; without, the page comes back with its text.
 */
@Hidden
@Controller
public final class SubmitPage {
  private final SiteDesk site;
  private final SiteFormat format;
  private final Home home;

  public SubmitPage(SiteDesk site, SiteFormat format, Home home) {
    this.site = site;
    this.format = format;
    this.home = home;
  }

  @GetMapping("/submit")
  public ModelAndView form() {
    return filled(new byte[0]);
  }

  /** The file of a run, to be changed and submitted again. */
  @GetMapping(path = "/submit", params = "run")
  public ModelAndView again(@RequestParam String run) {
    return filled(site.findFile(new RunId(run)).orElseThrow(RunPage::noRun));
  }

  /** The running site as a file, to be changed and submitted. */
  @GetMapping(path = "/submit", params = "from=site")
  public ModelAndView running() {
    return filled(format.write(site.wanted()));
  }

  private ModelAndView filled(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return page(new SubmitForm(null, text, SubmitForm.newNonce()));
  }

  @PostMapping(path = "/submit/check", headers = "!HX-Request")
  public ModelAndView check(SubmitForm form) throws IOException {
    return checked(form);
  }

  @PostMapping(path = "/submit/check", headers = "HX-Request")
  public ModelAndView checkInPlace(SubmitForm form) throws IOException {
    ModelAndView page = checked(form);
    page.setViewName("submit :: result");
    return page;
  }

  @PostMapping("/submit")
  public ModelAndView submit(SubmitForm form, Person person) throws IOException {
    byte[] content = form.content();
    if (content.length == 0) {
      return empty(form);
    }
    Submission submission =
        site.submit(new SubmittedFile(form.claim(content), form.name(), content, person.name()));
    if (submission instanceof Submission.Accepted accepted) {
      return new ModelAndView("redirect:/runs/" + accepted.run());
    }
    return wrong(form, ((Submission.Refused) submission).problems(), content);
  }

  private ModelAndView checked(SubmitForm form) throws IOException {
    byte[] content = form.content();
    if (content.length == 0) {
      return empty(form);
    }
    Preview preview = site.preview(content);
    if (preview instanceof Preview.Planned planned) {
      return page(form).addObject("plan", new PlanView(planned.plan(), PlanView.USUAL_MOST));
    }
    return wrong(form, ((Preview.Refused) preview).problems(), content);
  }

  private ModelAndView wrong(SubmitForm form, List<Problem> problems, byte[] content)
      throws IOException {
    ModelAndView page = page(form);
    page.addObject("problems", ProblemRow.of(problems, content));
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private ModelAndView empty(SubmitForm form) {
    ModelAndView page = page(form);
    page.addObject("empty", "Choose a file, or paste its text.");
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private ModelAndView page(SubmitForm form) {
    return new ModelAndView("submit")
        .addObject("form", form)
        .addObject("inboxFolder", home.inbox());
  }
}
