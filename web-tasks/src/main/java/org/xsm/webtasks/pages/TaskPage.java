package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.webtasks.views.PlanView;
import org.xsm.webtasks.views.TaskSheet;
import org.xsm.webtasks.views.TaskView;
import org.xsm.workflows.forecast.Forecasts;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.TaskId;
import org.xsm.workflows.run.Verdict;

/** The page of one task, where people claim, approve, reject, decide and release. */
@Hidden
@Controller
public final class TaskPage {
  private final Inbox inbox;
  private final RunDesk runs;
  private final Forecasts forecasts;
  private final Neighbours neighbours;
  private final ApprovingSettings settings;

  public TaskPage(Inbox inbox, RunDesk runs, Forecasts forecasts, ApprovingSettings settings) {
    this.inbox = inbox;
    this.runs = runs;
    this.forecasts = forecasts;
    this.neighbours = new Neighbours(runs);
    this.settings = settings;
  }

  @GetMapping("/inbox/{id}")
  public ModelAndView show(
      @PathVariable String id, @RequestParam Optional<String> all, Person person) {
    int most = all.isPresent() ? Integer.MAX_VALUE : PlanView.USUAL_MOST;
    return page(sheet(find(id, person), person, most));
  }

  @PostMapping("/inbox/{id}/claim")
  public ModelAndView claim(@PathVariable String id, Person person) {
    InboxTask task = find(id, person);
    return answer(task, person, inbox.claim(task.id(), person), "/inbox/" + task.id());
  }

  @PostMapping("/inbox/{id}/release")
  public ModelAndView release(@PathVariable String id, Person person) {
    InboxTask task = find(id, person);
    return answer(task, person, inbox.release(task.id(), person), "/inbox/" + task.id());
  }

  @PostMapping("/inbox/{id}/approve")
  public ModelAndView approve(@PathVariable String id, TaskForm form, Person person) {
    InboxTask task = find(id, person);
    Verdict verdict =
        whyNotTyped(task, person, form)
            .orElseGet(() -> inbox.approve(task.id(), person, form.digest(), form.comment()));
    return answer(task, person, verdict, "/runs/" + task.run() + "?done=approved");
  }

  @PostMapping("/inbox/{id}/reject")
  public ModelAndView reject(@PathVariable String id, TaskForm form, Person person) {
    InboxTask task = find(id, person);
    Verdict verdict = inbox.reject(task.id(), person, form.digest(), form.comment());
    return answer(task, person, verdict, "/runs/" + task.run() + "?done=rejected");
  }

  @PostMapping("/inbox/{id}/send-back")
  public ModelAndView sendBack(@PathVariable String id, TaskForm form, Person person) {
    InboxTask task = find(id, person);
    Verdict verdict = inbox.sendBack(task.id(), person, form.digest(), form.comment());
    return answer(task, person, verdict, "/runs/" + task.run() + "?done=sent-back");
  }

  @PostMapping("/inbox/{id}/decide")
  public ModelAndView decide(@PathVariable String id, TaskForm form, Person person) {
    InboxTask task = find(id, person);
    Verdict verdict =
        Choice.find(form.choice())
            .map(choice -> inbox.decide(task.id(), person, choice, form.comment()))
            .orElseGet(() -> Verdict.refused(Verdict.Why.INCOMPLETE, "Choose how to go on."));
    return answer(task, person, verdict, "/runs/" + task.run() + "?done=decided");
  }

  private Optional<Verdict> whyNotTyped(InboxTask task, Person person, TaskForm form) {
    return new TaskSheet(
            new TaskView(task, person),
            runs.find(task.run()),
            Optional.empty(),
            List.of(),
            shown(PlanView.USUAL_MOST))
        .typedName()
        .filter(name -> !name.equals(form.typed()))
        .map(
            name ->
                Verdict.refused(
                    Verdict.Why.INCOMPLETE,
                    "This plan retires so much that you are asked to type '" + name + "'."));
  }

  private InboxTask find(String id, Person person) {
    return inbox
        .find(new TaskId(id), person)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no such task. It may have been done already; the run's page shows"
                        + " what became of it."));
  }

  private ModelAndView answer(InboxTask task, Person person, Verdict verdict, String next) {
    if (!(verdict instanceof Verdict.Refused refused)) {
      return new ModelAndView("redirect:" + next);
    }
    InboxTask now = inbox.find(task.id(), person).orElse(task);
    ModelAndView page = page(sheet(now, person, PlanView.USUAL_MOST));
    page.addObject("refused", refused.reason());
    page.setStatus(RefusalStatus.of(refused.why()));
    return page;
  }

  private TaskSheet sheet(InboxTask task, Person person, int most) {
    TaskView view = new TaskView(task, person);
    Optional<Run> run = runs.find(task.run());
    Optional<Run> asked = run.filter(known -> view.isApproval());
    return new TaskSheet(
        view,
        run,
        asked.flatMap(known -> forecasts.find(task.run())),
        asked.map(neighbours::of).orElse(List.of()),
        shown(most));
  }

  private TaskSheet.Shown shown(int most) {
    return new TaskSheet.Shown(most, settings.typeNameAbove());
  }

  private static ModelAndView page(TaskSheet sheet) {
    return new ModelAndView("task", "sheet", sheet);
  }
}
