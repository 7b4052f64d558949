package org.xsm.webtasks.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.xsm.webtasks.security.Persons;
import org.xsm.webtasks.views.TaskView;
import org.xsm.webtasks.views.Times;
import org.xsm.workflows.run.ControlDesk;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.Person;

/** Gives every page what its frame shows: who is logged in, where they are, what waits for them. */
@ControllerAdvice(basePackageClasses = Shell.class)
public final class Shell {
  private final Inbox inbox;
  private final ControlDesk control;
  private final Times times;

  public Shell(Inbox inbox, ControlDesk control, Times times) {
    this.inbox = inbox;
    this.control = control;
    this.times = times;
  }

  @ModelAttribute
  void frame(Model model, HttpServletRequest request) {
    model.addAttribute("times", times);
    model.addAttribute("here", section(request.getRequestURI()));
    if (request.getUserPrincipal() instanceof Authentication login) {
      Person person = Persons.of(login);
      model.addAttribute("me", person);
      model.addAttribute("mayOperate", person.mayOperate());
      model.addAttribute("isAdmin", person.isIn(Person.ADMIN));
      model.addAttribute("mayStop", Persons.mayStop(person));
      model.addAttribute("stopped", isError(request) ? null : control.holds().stop().orElse(null));
      model.addAttribute("waiting", isError(request) ? 0 : waiting(person));
    }
  }

  /** A page that tells of an error asks nobody, lest it fails for the same reason. */
  private static boolean isError(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR;
  }

  private long waiting(Person person) {
    return inbox.list(person).stream()
        .filter(task -> new TaskView(task, person).waitsForMe())
        .count();
  }

  private static String section(String path) {
    int second = path.indexOf('/', 1);
    return second < 0 ? path : path.substring(0, second);
  }
}
