package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xsm.webtasks.api.MachineEntry;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.Problem;

/** The page on which people take a machine in that nobody has declared, or ignore it. */
@Hidden
@Controller
public final class NewMachinePage {
  private final MachineDesk machines;

  public NewMachinePage(MachineDesk machines) {
    this.machines = machines;
  }

  @GetMapping("/machines/{mac}")
  public ModelAndView show(@PathVariable String mac) {
    Proposal proposal = find(mac);
    return page(proposal, MachineEntry.of(proposal));
  }

  @PostMapping("/machines/{mac}/accept")
  public ModelAndView accept(@PathVariable String mac, MachineEntry entry, Person person) {
    Proposal proposal = find(mac);
    MacAddress machine = proposal.stranger().mac();
    List<Problem> problems = entry.problems(machine);
    if (!problems.isEmpty()) {
      return wrong(proposal, entry, problems);
    }
    Submission submission = machines.accept(entry.machine(machine), entry.setName(), person);
    return submission instanceof Submission.Accepted accepted
        ? new ModelAndView("redirect:/runs/" + accepted.run())
        : wrong(proposal, entry, ((Submission.Refused) submission).problems());
  }

  @PostMapping("/machines/{mac}/ignore")
  public String ignore(@PathVariable String mac, Person person) {
    RefusalStatus.check(machines.ignore(find(mac).stranger().mac(), person));
    return "redirect:/inbox";
  }

  private Proposal find(String text) {
    try {
      MacAddress mac = new MacAddress(text);
      return machines.proposals().stream()
          .filter(proposal -> proposal.stranger().mac().equals(mac))
          .findFirst()
          .orElseThrow(NewMachinePage::gone);
    } catch (InvalidValue noAddress) {
      throw gone();
    }
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "No unknown machine with this network card waits any more.");
  }

  private static ModelAndView wrong(Proposal proposal, MachineEntry entry, List<Problem> problems) {
    ModelAndView page = page(proposal, entry);
    page.addObject("problems", problems);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView page(Proposal proposal, MachineEntry entry) {
    return new ModelAndView("new-machine")
        .addObject("stranger", proposal.stranger())
        .addObject("entry", entry);
  }
}
