package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.webtasks.views.InboxQuery;
import org.xsm.webtasks.views.InboxView;
import org.xsm.webtasks.views.TaskCard;
import org.xsm.webtasks.views.TaskView;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.View;
import org.xsm.workflows.run.Views;

/** The list of what waits for people, and of what they have decided. */
@Hidden
@Controller
public final class InboxPage {
  private static final int MOST_MACHINES = 20;

  private final Inbox inbox;
  private final RunDesk runs;
  private final MachineDesk machines;
  private final Views views;
  private final Clock clock;

  public InboxPage(Inbox inbox, RunDesk runs, MachineDesk machines, Views views, Clock clock) {
    this.inbox = inbox;
    this.runs = runs;
    this.machines = machines;
    this.views = views;
    this.clock = clock;
  }

  @GetMapping("/inbox")
  public String inbox(InboxQuery query, Person person, Model model) {
    Instant now = clock.instant();
    List<TaskCard> cards =
        inbox.list(person).stream()
            .map(task -> TaskCard.of(new TaskView(task, person), runs.find(task.run()), now))
            .toList();
    model.addAttribute("view", new InboxView(cards, runs.decided(), query));
    model.addAttribute("kept", views.of(person));
    List<Proposal> unknown = machines.proposals();
    model.addAttribute("unknown", unknown.stream().limit(MOST_MACHINES).toList());
    model.addAttribute("moreUnknown", Math.max(0, unknown.size() - MOST_MACHINES));
    return "inbox";
  }

  /** The number beside the word Inbox, which pages fetch again when a run changes. */
  @GetMapping("/inbox/count")
  public String count() {
    return "layout :: count";
  }

  /** Keeps what the inbox shows under a name. */
  @PostMapping("/inbox/views")
  public String keep(@RequestParam String name, InboxQuery query, Person person) {
    RefusalStatus.check(views.keep(person, view(name, query)));
    return "redirect:/inbox?" + query.address();
  }

  @PostMapping("/inbox/views/remove")
  public String forget(@RequestParam String name, Person person) {
    views.forget(person, name);
    return "redirect:/inbox";
  }

  private static View view(String name, InboxQuery query) {
    try {
      return new View(name, query.address());
    } catch (IllegalArgumentException unfit) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY, "Not kept: " + unfit.getMessage() + ".", unfit);
    }
  }
}
