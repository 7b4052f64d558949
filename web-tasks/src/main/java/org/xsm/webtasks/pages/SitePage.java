package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xsm.webtasks.standing.SiteStanding;
import org.xsm.webtasks.views.SiteView;
import org.xsm.workflows.Home;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.SiteDesk;

/** The first page: the hosts with their VMs, wanted and found, and the newest runs. */
@Hidden
@Controller
public final class SitePage {
  private static final int NEWEST = 5;

  private final SiteDesk site;
  private final RunDesk runs;
  private final Home home;

  public SitePage(SiteDesk site, RunDesk runs, Home home) {
    this.site = site;
    this.runs = runs;
    this.home = home;
  }

  @GetMapping("/")
  public String site(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String show,
      Model model) {
    SiteStanding standing = SiteStanding.of(site.wanted(), site.found());
    model.addAttribute("view", new SiteView(standing, q, show));
    model.addAttribute(
        "runs", runs.list(Optional.empty(), Optional.empty()).stream().limit(NEWEST).toList());
    model.addAttribute("refused", newestRefusal().orElse(null));
    model.addAttribute("inboxFolder", home.inbox());
    return "site";
  }

  /** The last file that came, if it was refused; a run that came after it is better news. */
  private Optional<Refusal> newestRefusal() {
    Optional<RunSummary> newestRun =
        runs.list(Optional.empty(), Optional.empty()).stream().findFirst();
    return site.refusals().stream()
        .findFirst()
        .filter(
            refusal -> newestRun.filter(run -> run.submittedAt().isAfter(refusal.at())).isEmpty());
  }

  @PostMapping("/site/refresh")
  public String refresh(RedirectAttributes flash) {
    site.refresh();
    flash.addFlashAttribute("flash", "All known hosts have been asked again.");
    return "redirect:/";
  }
}
