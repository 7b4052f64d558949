package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xsm.webtasks.views.TaskCard;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunDesk;

/** The list of what waits for people. */
@Hidden
@Controller
public final class InboxPage {
  private static final int MOST_MACHINES = 20;

  private final Inbox inbox;
  private final RunDesk runs;
  private final MachineDesk machines;

  public InboxPage(Inbox inbox, RunDesk runs, MachineDesk machines) {
    this.inbox = inbox;
    this.runs = runs;
    this.machines = machines;
  }

  @GetMapping("/inbox")
  public String inbox(Person person, Model model) {
    List<TaskCard> cards =
        inbox.list(person).stream()
            .map(task -> TaskCard.of(task, person, runs.find(task.run())))
            .toList();
    model.addAttribute("mine", cards.stream().filter(TaskCard::isMine).toList());
    model.addAttribute("open", cards.stream().filter(TaskCard::isOpen).toList());
    model.addAttribute("others", cards.stream().filter(TaskCard::isOthers).toList());
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
}
