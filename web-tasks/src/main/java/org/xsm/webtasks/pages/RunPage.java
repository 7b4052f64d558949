package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.webtasks.views.CourseView;
import org.xsm.webtasks.views.RunView;
import org.xsm.workflows.forecast.Forecasts;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.Verdict;

/** The page of one run, which people follow live, and may cancel. */
@Hidden
@Controller
public final class RunPage {
  private final RunDesk runs;
  private final Forecasts forecasts;
  private final Inbox inbox;
  private final Clock clock;

  public RunPage(RunDesk runs, Forecasts forecasts, Inbox inbox, Clock clock) {
    this.runs = runs;
    this.forecasts = forecasts;
    this.inbox = inbox;
    this.clock = clock;
  }

  @GetMapping("/runs/{id}")
  public String run(@PathVariable String id, RunQuery query, Person person, Model model) {
    Run run = runs.find(new RunId(id)).orElseThrow(RunPage::noRun);
    RunView view = new RunView(run, query.state());
    model.addAttribute("view", view);
    model.addAttribute("run", run.summary());
    model.addAttribute("step", view.knownStep(query.step()));
    model.addAttribute(
        "course", CourseView.of(run, forecasts.find(run.summary().id()), clock.instant()));
    model.addAttribute("tasks", tasksOf(run.summary().id(), person));
    return "run";
  }

  @PostMapping("/runs/{id}/cancel")
  public String cancel(@PathVariable String id, Person person) {
    return after(runs.cancel(new RunId(id), person), id, "cancelled");
  }

  @PostMapping("/runs/{id}/pause")
  public String pause(@PathVariable String id, Person person) {
    return after(runs.pause(new RunId(id), person), id, "paused");
  }

  @PostMapping("/runs/{id}/resume")
  public String resume(@PathVariable String id, Person person) {
    return after(runs.resume(new RunId(id), person), id, "resumed");
  }

  private static String after(Verdict verdict, String id, String done) {
    RefusalStatus.check(verdict);
    return "redirect:/runs/" + new RunId(id) + "?done=" + done;
  }

  static ResponseStatusException noRun() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such run.");
  }

  private List<InboxTask> tasksOf(RunId run, Person person) {
    return inbox.list(person).stream().filter(task -> task.run().equals(run)).toList();
  }
}
